import Ledger

/// A project of a thousand 亿元 or more probably has the wrong unit.
struct TotalBeyondAll: RowRule {
  private let sheet: String
  private let hasTotal: Bool

  init(_ layout: TableLayout, year: Int, _ catalogue: Catalogue) {
    sheet = layout.sheet
    hasTotal = layout.columns.contains { $0.meaning == .field(.totalInvestment) }
  }

  func findings(of row: ParsedRow, after earlier: EarlierStatements) -> [Finding] {
    let key = FieldKey(.totalInvestment)
    guard hasTotal, case .money(let total) = row[key], total >= Money.beyondAll else { return [] }
    return [
      Finding(
        .moneyMagnitude, sheet: sheet, cell: row.cell(of: key), raw: row.raw(of: key), field: key,
        candidates: [Money.beyondAll.wanYuan])
    ]
  }
}
