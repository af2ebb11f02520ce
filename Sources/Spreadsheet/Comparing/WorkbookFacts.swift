/// The contents of a workbook, independent of how a program writes the file.
struct WorkbookFacts {
  private let workbook: Workbook
  private let sheets: [SheetFacts]
  /// Defined names of ranges and formulas, without the built-in ones (`_xlnm.`) for filters and pages.
  private var names: [String: String] = [:]

  init(_ package: PackageView) throws(SpreadsheetError) {
    workbook = try Workbook.read(package.bytes, limits: package.limits)
    let formats = try CellFormats(package)
    var sheets: [SheetFacts] = []
    for sheet in package.sheets { sheets.append(try SheetFacts(sheet, package, formats)) }
    self.sheets = sheets
    var names: [String: String] = [:]
    try package.read(package.workbook) { (xml, token) throws(SpreadsheetError) in
      guard token == .start, xml.isNamed("definedName") else { return }
      let name = try xml.text("name") ?? ""
      let sheet = try xml.text("localSheetId") ?? ""
      let text = String(decoding: try xml.elementText(), as: UTF8.self)
      if !name.hasPrefix("_xlnm.") {
        names[name + (sheet.isEmpty ? "" : "@\(sheet)")] = SheetFacts.plain(reference: text)
      }
    }
    self.names = names
  }

  /// The differences from another workbook.
  func differences(in other: WorkbookFacts) -> [WorkbookDifference] {
    var all: [WorkbookDifference] = []
    let (own, found) = (listed, other.listed)
    if own != found {
      all.append(WorkbookDifference(.sheets, sheet: nil, expected: own, found: found))
    }
    for sheet in sheets {
      guard let its = other.sheets.first(where: { $0.name == sheet.name }) else { continue }
      all += Self.differences(
        sheet, CellValues(workbook, sheet.name), its, CellValues(other.workbook, sheet.name))
      all += sheet.differences(in: its)
    }
    all += Self.differences(.names, names, other.names)
    all += Self.differences(.property, stated(workbook), stated(other.workbook))
    return all
  }

  /// The sheets in their order, with the hidden ones marked.
  private var listed: String {
    sheets.map { $0.name + ($0.isHidden ? "（隐藏）" : "") }.joined(separator: "、")
  }

  /// The properties that describe the book's content, not who saved it and when.
  private func stated(_ workbook: Workbook) -> [String: String] {
    let passing = [
      "lastModifiedBy", "modified", "created", "creator", "revision", "language", "lastPrinted",
      "version", "category", "contentStatus", "identifier", "keywords", "subject", "title",
      "description",
    ]
    return workbook.properties.filter { !passing.contains($0.key) }
  }

  private static func differences(
    _ aspect: WorkbookDifference.Aspect, _ own: [String: String], _ found: [String: String]
  ) -> [WorkbookDifference] {
    Set(own.keys).union(found.keys).sorted().compactMap { key in
      own[key] == found[key]
        ? nil
        : WorkbookDifference(
          aspect, sheet: nil, place: key, expected: own[key], found: found[key])
    }
  }

  private static func differences(
    _ sheet: SheetFacts, _ own: CellValues, _ facts: SheetFacts, _ found: CellValues
  ) -> [WorkbookDifference] {
    var all: [WorkbookDifference] = []
    for cell in own.places(with: found, formulas: sheet.formulas.keys, facts.formulas.keys) {
      func note(_ aspect: WorkbookDifference.Aspect, _ expected: String?, _ found: String?) {
        all.append(
          WorkbookDifference(
            aspect, sheet: sheet.name,
            place: CellReference.name(row: cell.row, column: cell.column), expected: expected,
            found: found))
      }
      let values = (own[cell], found[cell])
      let formulas = (sheet.formulas[cell], facts.formulas[cell])
      // Programs that do not calculate store no result of a formula.
      let isUncalculated = values.1 == nil && formulas.0 != nil && formulas.0 == formulas.1
      if values.0 != values.1, !isUncalculated { note(.value, values.0, values.1) }
      // A cell that uses a shared formula has no text of its own.
      let isShared = formulas.0 != nil && formulas.1?.isEmpty == true
      if formulas.0 != formulas.1, !isShared { note(.formula, formulas.0, formulas.1) }
      let formats = (sheet.format(of: cell), facts.format(of: cell))
      if values.0 != nil, formats.0 != formats.1 { note(.numberFormat, formats.0, formats.1) }
    }
    return all
  }
}

/// The values of a sheet's cells, with numbers at fifteen digits, where all programs agree.
private struct CellValues {
  private var values: [CellPlace: String] = [:]

  init(_ workbook: Workbook, _ sheet: String) {
    for row in workbook.sheets.first(where: { $0.name == sheet })?.rows ?? [] {
      for cell in row.cells where cell.value != .uncalculated {
        let text =
          switch cell.value {
          case .text(let text): "“\(text)”"
          case .number(let number): number.rounded(toSignificantDigits: 15).description
          case .shown(let shown):
            shown.number.rounded(toSignificantDigits: 15).description
          // Compared by formula instead.
          case .uncalculated: ""
          case .boolean(let flag): flag ? "TRUE" : "FALSE"
          case .error(let literal): literal
          case .date(let date): date.serial.rounded(toSignificantDigits: 15).description
          }
        values[CellPlace(row: row.number, column: cell.column)] = text
      }
    }
  }

  subscript(place: CellPlace) -> String? { values[place] }

  /// The cells with a value or formula in either sheet, row by row.
  func places(
    with other: CellValues, formulas: some Sequence<CellPlace>, _ more: some Sequence<CellPlace>
  ) -> [CellPlace] {
    Set(values.keys).union(other.values.keys).union(formulas).union(more).sorted {
      ($0.row, $0.column) < ($1.row, $1.column)
    }
  }
}

/// The position of a cell: its row from 1, its column from 0.
struct CellPlace: Hashable {
  let row: Int
  let column: Int
}
