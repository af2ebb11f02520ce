import Ledger
import Spreadsheet

/// Cells of delimited text that were damaged in the file: a person must check the result.
enum DamagedCell {
  static func findings(in sheet: Sheet) -> [Finding] {
    if sheet.damage.isEmpty { return [] }
    let grid = Grid(sheet)
    return sheet.damage.map { damage in
      let code: FindingCode =
        switch damage.kind {
        case .unclosedQuote: .textUnclosedQuote
        case .undecodable: .textUndecodable
        }
      return Finding(
        code, sheet: sheet.name,
        cell: CellReference.name(row: damage.row, column: damage.column),
        raw: grid.text(row: damage.row, column: damage.column))
    }
  }
}
