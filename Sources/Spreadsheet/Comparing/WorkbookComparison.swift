/// How an Open XML workbook differs from the one that it should be.
///
/// Equal packages are equal part by part. In a package that another program saved no part is as it was;
/// then what the parts say is compared: sheets, cells with formulas and number formats, what is hidden,
/// filters, merges, conditional formats, names, comments, drawings, charts, properties, links, choices, what
/// keeps values from being shown, headers and footers.
package struct WorkbookComparison: Sendable {
  /// How far the two could be compared.
  package enum Level: Sendable, Hashable {
    /// The file is the same, byte for byte.
    case identical
    /// Every part is; the package around them is not: packed anew, or with bytes before or behind it.
    case repacked
    /// Most parts are untouched: a part that is not was altered.
    case partByPart
    /// All parts were written anew: only what they say can be compared.
    case meaning
  }

  package let level: Level
  /// What differs, in the order of the sheets.
  package let differences: [WorkbookDifference]
  /// What differs and may be the other program's doing: charts and headers, which programs rewrite.
  package let unproven: [WorkbookDifference]

  /// Whether nothing that could be compared differs.
  package var isSame: Bool { differences.isEmpty && unproven.isEmpty }

  /// Compares a workbook with the one that it should be. Throws when either is no workbook.
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

/// One thing that is not as it should be.
package struct WorkbookDifference: Sendable, Hashable {
  /// What is compared.
  package enum Aspect: Sendable, Hashable, CaseIterable {
    case sheets, value, formula, numberFormat, hiddenRows, hiddenColumns, filter, merges
    case conditionalFormats, comments, drawings, chart, names, property, part
    case view, headers, hyperlinks, choices

    /// Whether programs that save a book write it in their own way.
    var isRewritten: Bool { self == .chart || self == .headers }
  }

  package let aspect: Aspect
  /// The sheet's name; nil for the workbook as a whole.
  package let sheet: String?
  /// The cell, the property, the part; empty for the sheet as a whole.
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
