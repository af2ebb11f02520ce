import Ledger
import Spreadsheet

@testable import Intake

/// A sheet drawn as text: a line a row, cells parted by bars.
///
/// `<` continues the cell to the left, `^` the cell above (merged cells); a line that begins with `~`
/// is hidden; plain digits are numbers, `'` before them makes a text; `#REF!` is an error.
enum DrawnSheet {
  static func sheet(_ drawing: String, name: String = "Sheet1") -> Sheet {
    var rows: [Row] = []
    var owner: [[(row: Int, column: Int)]] = []
    var extent: [Place: Place] = [:]
    for (index, line) in drawing.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let isHidden = line.hasPrefix("~")
      let texts = (isHidden ? line.dropFirst() : line).split(
        separator: "|", omittingEmptySubsequences: false
      ).map { $0.trimmingSpaces() }
      var cells: [Cell] = []
      var owners: [(row: Int, column: Int)] = []
      for (column, text) in texts.enumerated() {
        switch text {
        case "<": owners.append(owners[column - 1])
        case "^": owners.append(owner[index - 1][column])
        default:
          owners.append((index, column))
          if let value = value(text) { cells.append(Cell(column: column, value: value)) }
        }
        let start = Place(row: owners[column].row, column: owners[column].column)
        if text == "<" || text == "^" { extent[start] = Place(row: index, column: column) }
      }
      owner.append(owners)
      if !cells.isEmpty { rows.append(Row(number: index + 1, isHidden: isHidden, cells: cells)) }
    }
    let merges = extent.map { start, end in
      CellRange(
        firstRow: start.row + 1, lastRow: end.row + 1, firstColumn: start.column,
        lastColumn: end.column)
    }
    return Sheet(name: name, rows: rows, merges: merges)
  }

  private struct Place: Hashable {
    let row: Int
    let column: Int
  }

  private static func value(_ text: String) -> CellValue? {
    if text.isEmpty { return nil }
    if text.hasPrefix("#") { return .error(text) }
    if text.hasPrefix("'") { return .text(String(text.dropFirst())) }
    return DecimalNumber(text).map { .number($0) } ?? .text(text)
  }
}

/// How a drawn sheet is read, as text: columns, rows, findings.
struct DrawnReading {
  let list: Intake.ProjectList
  private let catalogue: Catalogue

  init(_ sheets: [Sheet], year: Int = 2026) throws {
    catalogue = try Shipped.catalogue.get()
    list = try Shipped.reader().read(
      Workbook(format: .xlsx, sheets: sheets), year: year, currentYear: year)
  }

  init(_ drawing: String, year: Int = 2026) throws {
    try self.init([DrawnSheet.sheet(drawing)], year: year)
  }

  /// `B=name C=total_investment`, a table a line.
  var columns: String {
    list.tables.map { table in
      table.layout.mapped.map { "\($0.letters)=\($0.meaning.text(catalogue))" }
        .joined(separator: " ")
    }.joined(separator: "\n")
  }

  var headerRows: [[Int]] { list.tables.map(\.layout.headerRows) }

  /// `5 项目甲 total_investment=100`, a project a line; the fields asked for only.
  func rows(_ fields: String...) -> String {
    list.tables.flatMap(\.rows).map { row in
      let values = fields.compactMap { name -> String? in
        guard let value = row.values.first(where: { $0.key.text == name }) else { return nil }
        return "\(name)=\(words(value))"
      }
      return (["\(row.number)", row.text(.name) ?? "?"] + values).joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// `C5 money.unparsable`, a finding a line.
  var findings: String {
    list.findings.map { "\($0.cell) \($0.code.rawValue)" }.sorted().joined(separator: "\n")
  }

  /// `9=total 10=footnote`.
  var ignored: String {
    list.tables.map { table in
      table.layout.rowKinds.all.filter { $0.kind != .project }
        .map { "\($0.row)=\($0.kind.rawValue)" }.joined(separator: " ")
    }.joined(separator: "\n")
  }

  func words(_ value: ParsedValue) -> String {
    switch (value.value, value.key.field.kind) {
    case (.reference(let code), .reference(let kind)): catalogue.name(of: kind, code)
    case (.references(let codes), .references(let kind)):
      codes.map { catalogue.name(of: kind, $0) }.joined(separator: "、")
    default: value.value.plainText
    }
  }
}

extension StringProtocol {
  fileprivate func trimmingSpaces() -> String { String(self).trimming { $0 == " " } }
}
