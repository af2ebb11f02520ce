package import Ledger

extension LedgerStore {
  /// The totals of the projects of a filter.
  package func totals(_ filter: ProjectFilter) throws -> Totals {
    try read(asOf: filter.asOf) { session, _ in try Totals.read(filter, session) }
  }
}

extension Totals {
  /// The same within a session; the day of the filter is ignored.
  static func read(_ filter: ProjectFilter, _ session: Session) throws -> Totals {
    var scan = try Scan(filter, scope: .counted, session)
    var counter = TotalsCounter()
    try scan.run(session) { scan, row in
      counter.add(investment: row.investment, try scan.figures(of: row))
    }
    return counter.totals(
      basis: filter.counting, leftOut: scan.leftOut, year: scan.year,
      month: filter.month.map { Int($0.lastMonth) })
  }
}

/// The totals of some projects, with year and month of the figures.
package struct Totals: Hashable, Sendable {
  /// How packages are counted.
  package var basis: CountingBasis = .packages
  package var count = 0
  /// The parts or packages that the basis excludes.
  package var leftOut = 0
  package var investment = Money.zero
  /// The year of the plan and done figures; nil if no project has either.
  package var year: Int?
  package var plan = Money.zero
  /// The number of projects with a plan of the year.
  package var planned = 0
  package var done = Money.zero
  /// The number of projects with a done figure of the year.
  package var reporting = 0
  /// The latest month of the reports, or the requested month.
  package var month: Int?
  /// The number of reporting projects whose latest month is earlier.
  package var older = 0
  /// The number of projects with a figure of the year without a month.
  package var undated = 0

  /// Nothing counted.
  package static let none = Totals()
}
