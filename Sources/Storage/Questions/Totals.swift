package import Ledger

extension LedgerStore {
  /// What the projects a filter asks for come to.
  package func totals(_ filter: ProjectFilter) throws -> Totals {
    try read(asOf: filter.asOf) { session, _ in try Totals.read(filter, session) }
  }
}

extension Totals {
  /// The same inside a read; the filter's own day is not looked at.
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

/// What the projects of a question come to, with what the figures are about.
package struct Totals: Hashable, Sendable {
  /// How packages are counted.
  package var basis: CountingBasis = .packages
  package var count = 0
  /// Parts or packages that the basis leaves out.
  package var leftOut = 0
  package var investment = Money.zero
  /// The year of the plan and of what is done; nil when no project states either.
  package var year: Int?
  package var plan = Money.zero
  /// How many projects have a plan of the year.
  package var planned = 0
  package var done = Money.zero
  /// How many projects report what is done in the year.
  package var reporting = 0
  /// The latest month that a report reaches; the month asked for, when one was.
  package var month: Int?
  /// How many of the reporting projects reach only an older month.
  package var older = 0
  /// How many report a figure of the year without saying its month.
  package var undated = 0

  /// Nothing counted.
  package static let none = Totals()
}
