import Ledger

/// A sum since January cannot decrease from one month to a later one, unless a month has a negative
/// amount.
struct DoneDecreases: RowRule {
  private let sheet: String
  private let keys: [FieldKey]
  private let year: Int
  private let asOfMonth: Int?

  init(_ layout: TableLayout, year: Int, _ catalogue: Catalogue) {
    sheet = layout.sheet
    keys = layout.doneKeys
    self.year = year
    asOfMonth = layout.asOfMonth(in: year)
  }

  func findings(of row: ParsedRow, after earlier: EarlierStatements) -> [Finding] {
    if keys.isEmpty || keys.count == 1 && earlier.said.isEmpty { return [] }
    let sums = DoneSums(row, keys, year: year, asOfMonth: asOfMonth, after: earlier)
    return sums.sinceJanuary.compactMap { sum in
      let before = sums.sinceJanuary.filter { $0.month < sum.month && $0.money > sum.money }
        .max { $0.month < $1.month }
      guard sum.isStated, let before, !isExplained(sum, before, sums) else { return nil }
      let span = before.month == 1 ? "1月" : "1—\(before.month)月"
      return Finding(
        .doneDecreases, sheet: sheet, cell: row.cell(of: sum.key), raw: row.raw(of: sum.key),
        field: sum.key, candidates: [before.money.wanYuan, span])
    }
  }

  /// Whether negative months in between explain the decrease.
  private func isExplained(_ sum: DoneSums.Sum, _ before: DoneSums.Sum, _ sums: DoneSums) -> Bool {
    let taken = sums.ofMonths.filter {
      $0.month > before.month && $0.month <= sum.month && $0.money.fen < 0
    }.reduce(UInt64(0)) { $0.addingReportingOverflow($1.money.fen.magnitude).partialValue }
    let missing = before.money.fen.subtractingReportingOverflow(sum.money.fen).partialValue
    // Allows for one unit in the last decimal, because the three sums are rounded.
    let step = [before, sum].map { $0.money.lastDecimal(in: nil) }.min() ?? 0
    let slack = (0..<step).reduce(UInt64(1)) { power, _ in power * 10 }
    return taken > 0 && taken >= missing.magnitude - min(missing.magnitude, slack)
  }
}
