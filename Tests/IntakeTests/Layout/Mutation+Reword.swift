import Ledger
import Spreadsheet
import TestSupport

@testable import Intake

extension Mutation {
  /// Writes one header of one label with another of the catalogue's labels for its field; what stands
  /// in brackets behind it stays. Returns what was done.
  static func reword(
    _ sheet: inout Sheet, _ tables: [ParsedTable], _ words: HeaderWords,
    _ random: inout SeededNumbers
  ) -> String {
    let columns = tables.flatMap { table in
      table.layout.columns.filter { isOneLabel($0, words) }.map { (table.layout.headerRows, $0) }
    }
    guard let (rows, column) = columns.randomElement(using: &random),
      let field = column.meaning.field,
      let word = words.labels(of: field.id).filter({ !$0.contains("{") }).randomElement(
        using: &random),
      let row = sheet.rows.firstIndex(where: {
        rows.contains($0.number) && $0[column: column.index] != nil
      }),
      let value = sheet.rows[row][column: column.index]
    else { return "" }
    let old = CellText.raw(of: value)
    let isHinted = old.last.map { "）)".contains($0) } ?? false
    let start = old.firstIndex { "（(".contains($0) } ?? old.endIndex
    let hint = isHinted ? String(old[start...]) : ""
    // A header printed again on each page is written the same way.
    for row in sheet.rows.indices
    where sheet.rows[row][column: column.index].map(CellText.raw) == old {
      sheet.rows[row][column: column.index] = .text(word + hint)
    }
    return "\(old) → \(word)"
  }

  /// Whether a column's only label is one that the catalogue gives its field.
  private static func isOneLabel(_ column: TableColumn, _ words: HeaderWords) -> Bool {
    guard case .field(let field) = column.meaning, column.path.count == 1, !column.isHidden else {
      return false
    }
    return words.labels(of: field.id).contains(column.path[0])
  }
}
