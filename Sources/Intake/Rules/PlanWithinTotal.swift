import Ledger

/// The plan of one year cannot exceed the project's total investment.
enum PlanWithinTotal: TableRule {
  static func findings(in table: ParsedTable) -> [Finding] {
    let plans = table.layout.columns.compactMap(\.meaning.key).filter { $0.field == .plan }
    return table.rows.flatMap { row -> [Finding] in
      guard case .money(let total) = row[.totalInvestment] else { return [] }
      return plans.filter { key in
        if case .money(let plan) = row[key] { plan > total } else { false }
      }.map { key in
        Finding(
          .moneyMagnitude, sheet: table.layout.sheet, cell: table.cell(of: key, in: row),
          raw: table.raw(of: key, in: row), field: key, candidates: [total.wanYuan])
      }
    }
  }
}
