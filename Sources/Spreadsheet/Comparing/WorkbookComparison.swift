/// The differences between an Open XML workbook and the expected one.
///
/// Packages are compared part by part. Another program that saves one rewrites all parts; then their
/// meaning is compared: sheets, cells with formulas and number formats, hidden rows and columns,
/// filters, merges, conditional formats, names, comments, drawings, charts, properties, links, choices,
/// settings that hide values, headers and footers.
package struct WorkbookComparison: Sendable {
  /// How closely the two could be compared.
  package enum Level: Sendable, Hashable {
    /// The files are equal, byte for byte.
    case identical
    /// Every part is equal; the package is not: packed anew, or with bytes before or after it.
    case repacked
    /// Most parts are equal, so each part that differs was altered.
    case partByPart
    /// More than half of the parts were rewritten: only their meaning can be compared.
    case meaning
  }

  package let level: Level
  /// The differences, in the order of the sheets.
  package let differences: [WorkbookDifference]
  /// Differences that the other program may have made on saving: charts and headers.
  package let unproven: [WorkbookDifference]

  /// Whether no difference was found.
  package var isSame: Bool { differences.isEmpty && unproven.isEmpty }

  /// Compares a workbook with the expected one. Throws when either is not a workbook.
  package init(expected: [UInt8], found: [UInt8], limits: Limits = .standard)
    throws(SpreadsheetError)
  {
    let expected = try PackageView(expected, limits: limits)
    let found = try PackageView(found, limits: limits)
    let altered = try expected.alteredParts(in: found)
    guard !altered.isEmpty else {
      level = expected.bytes == found.bytes ? .identical : .repacked
      (differences, unproven) = ([], [])
      return
    }
    var all = try WorkbookFacts(expected).differences(in: WorkbookFacts(found))
    if altered.count * 2 > expected.names.count {
      level = .meaning
      differences = all.filter { !$0.aspect.isRewritten }
      unproven = all.filter(\.aspect.isRewritten)
    } else {
      all += altered.map { WorkbookDifference(.part, sheet: nil, place: $0) }
      level = .partByPart
      (differences, unproven) = (all, [])
    }
  }
}

/// One difference between two workbooks.
package struct WorkbookDifference: Sendable, Hashable {
  /// The aspects that are compared.
  package enum Aspect: Sendable, Hashable, CaseIterable {
    case sheets, value, formula, numberFormat, hiddenRows, hiddenColumns, filter, merges
    case conditionalFormats, comments, drawings, chart, names, property, part
    case view, headers, hyperlinks, choices

    /// Whether programs that save a book rewrite it in their own way.
    var isRewritten: Bool { self == .chart || self == .headers }
  }

  package let aspect: Aspect
  /// The name of the sheet; nil for the workbook as a whole.
  package let sheet: String?
  /// The cell, property or part; empty for the sheet as a whole.
  package let place: String
  package let expected: String?
  package let found: String?

  init(
    _ aspect: Aspect, sheet: String?, place: String = "", expected: String? = nil,
    found: String? = nil
  ) {
    self.aspect = aspect
    self.sheet = sheet
    self.place = place
    self.expected = expected
    self.found = found
  }
}
