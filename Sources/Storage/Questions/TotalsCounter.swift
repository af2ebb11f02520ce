import Ledger

/// Sums up projects during a scan.
struct TotalsCounter {
  private var count = 0
  private var investment: Int128 = 0
  private var plan: Int128 = 0
  private var planned = 0
  private var done: Int128 = 0
  /// The number of projects by the last month of their report; index 0 is without a month.
  private var reporting = InlineArray<13, Int>(repeating: 0)

  mutating func add(investment: Int64, _ figures: RowFigures) {
    count += 1
    self.investment += Int128(investment)
    if let plan = figures.plan {
      self.plan += Int128(plan)
      planned += 1
    }
    if let done = figures.done {
      self.done += Int128(done.amount.fen)
      reporting[done.month ?? 0] += 1
    }
  }

  /// Adds the counts of another counter.
  mutating func add(_ other: TotalsCounter) {
    count += other.count
    investment += other.investment
    plan += other.plan
    planned += other.planned
    done += other.done
    for month in reporting.indices { reporting[month] += other.reporting[month] }
  }

  /// The totals; `month` is the requested one.
  func totals(
    basis: CountingBasis, leftOut: Int, year: Int?, month: Int?
  ) -> Totals {
    var counts: [Int] = []
    for month in reporting.indices { counts.append(reporting[month]) }
    let latest = month ?? counts.indices.dropFirst().last { counts[$0] > 0 }
    return Totals(
      basis: basis, count: count, leftOut: leftOut,
      investment: Money(fen: Int64(clamping: investment)), year: year,
      plan: Money(fen: Int64(clamping: plan)), planned: planned,
      done: Money(fen: Int64(clamping: done)), reporting: counts.reduce(0, +), month: latest,
      older: counts[1..<(latest ?? 1)].reduce(0, +), undated: counts[0])
  }
}
