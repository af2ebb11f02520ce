import Ledger
import Spreadsheet

@testable import Intake

/// What one cell below a header gives: `start_actual=2026-03`, `!date.unparsable`.
///
/// Cells are written as in `DrawnSheet`: plain digits are numbers, `'` before them makes a text.
enum CellReading {
  /// Reads `header | cell`.
  static func of(_ example: String) throws -> String {
    let parts = example.split(separator: "|", maxSplits: 1)
    let reading = try DrawnReading("序号 | 项目名称 | \(parts[0])\n1 | 甲示例项目 | \(parts[1])")
    return reading.cell(row: 2, column: 2)
  }
}

extension DrawnReading {
  /// The values and findings of one cell, values by their keys.
  func cell(row: Int, column: Int) -> String {
    let values = list.tables.flatMap(\.rows).filter { $0.number == row }.flatMap(\.values)
      .filter { $0.column == column }.map { "\($0.key.text)=\(words($0))" }.sorted()
    let name = CellReference.name(row: row, column: column)
    let findings = list.findings.filter { $0.cell == name }.map { "!\($0.code.rawValue)" }
    return (values + findings).joined(separator: " ")
  }
}
