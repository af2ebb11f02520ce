package import Ledger

/// The totals of projects with a comparison of the year's plans and done figures.
package struct YearSums: Hashable, Sendable {
  package let totals: Totals
  /// The number of projects with a total investment.
  package var valued = 0
  /// The projects with both a plan and a done figure: their number, plans and done figures.
  package var compared = 0
  package var comparedPlan = Money.zero
  package var comparedDone = Money.zero
  /// The number of projects with a plan but no done figure.
  package var unreported = 0
  /// The number of projects with a done figure but no plan.
  package var unplanned = 0
}

extension LedgerStore {
  /// What the projects of a filter come to, plans held against what is done. Which figures are older is said of the
  /// month asked for, else of another one.
  package func yearSums(_ filter: ProjectFilter, by month: Int?) throws -> YearSums {
    try read(asOf: filter.asOf) { session, _ in
      var scan = try Scan(filter, scope: .counted, session)
      var totals = TotalsCounter()
      var (valued, compared, unreported, unplanned) = (0, 0, 0, 0)
      var (plan, done) = (Int128.zero, Int128.zero)
      try scan.run(session) { scan, row in
        let figures = try scan.figures(of: row)
        totals.add(investment: row.investment, figures)
        if scan.investment(of: row) != nil { valued += 1 }
        switch (figures.plan, figures.done) {
        case (let own?, let has?):
          guard own > 0 else { break }
          compared += 1
          plan += Int128(own)
          done += Int128(has.amount.fen)
        case (_?, nil): unreported += 1
        case (nil, _?): unplanned += 1
        case (nil, nil): break
        }
      }
      return YearSums(
        totals: totals.totals(
          basis: filter.counting, leftOut: scan.leftOut, year: scan.year,
          month: filter.month.map { Int($0.lastMonth) } ?? month),
        valued: valued, compared: compared, comparedPlan: Money(fen: Int64(clamping: plan)),
        comparedDone: Money(fen: Int64(clamping: done)), unreported: unreported,
        unplanned: unplanned)
    }
  }

  /// The numbers of the counted projects of a filter, in order.
  package func numbers(
    _ filter: ProjectFilter, sort: ProjectSort = .byID
  ) throws -> [ProjectID] {
    try read(asOf: filter.asOf) { session, _ in
      try Self.ids(filter, sort: sort, rows: .counted, session)
    }
  }
}
