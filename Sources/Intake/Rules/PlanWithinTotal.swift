import Ledger

/// The plan of one year cannot exceed the project's total investment.
struct PlanWithinTotal: RowRule {
  private let sheet: String
  private let plans: [FieldKey]

  init(_ layout: TableLayout, year: Int, _ catalogue: Catalogue) {
    sheet = layout.sheet
    plans = layout.columns.compactMap(\.meaning.key).filter { $0.field == .plan }
  }

  func findings(of row: ParsedRow, after earlier: EarlierStatements) -> [Finding] {
    guard !plans.isEmpty, case .money(let total) = row[.totalInvestment] else { return [] }
    return plans.filter { key in
      if case .money(let plan) = row[key] { plan > total } else { false }
    }.map { key in
      Finding(
        .moneyMagnitude, sheet: sheet, cell: row.cell(of: key), raw: row.raw(of: key),
        field: key, candidates: [total.wanYuan])
    }
  }
}
