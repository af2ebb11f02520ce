import Engine
package import Ledger

/// One page of the projects of a filter, with the totals of all of them.
package struct ProjectList: Sendable {
  package let projects: [StoredProject]
  package let totals: Totals
  package let facets: [Facet]
  /// The last entry that the result includes.
  package let revision: Int64
  /// The number of ended projects that the filter would find if it included them; 0 if it finds others.
  package let endedOnly: Int
  /// The cursor after the page; nil if it is the last.
  package let end: PageCursor?
}

extension LedgerStore {
  /// The projects of a filter: sorted, paged, with totals and facets.
  package func list(
    _ filter: ProjectFilter, sort: ProjectSort, page: Page
  ) throws -> ProjectList {
    try count(filter) { session, revision in
      var scan = try Scan(filter, scope: .counted, session)
      var order = try SortCollector(sort, scan: &scan, session)
      var facets = FacetCounter()
      var totals = TotalsCounter()
      try scan.run(session, counting: &facets) { scan, row in
        let figures = try scan.figures(of: row)
        totals.add(investment: row.investment, figures)
        try order.add(row, scan, figures)
      }
      let found = totals.totals(
        basis: filter.counting, leftOut: scan.leftOut, year: scan.year,
        month: filter.month.map { Int($0.lastMonth) })
      let (ids, end) = order.sorted(page)
      return ProjectList(
        projects: try ProjectReader(items: scan.items, session).projects(ids, session),
        totals: found, facets: facets.facets(scan), revision: revision,
        endedOnly: found.count > 0 ? 0 : try Self.ended(filter, scan.catalogue, session),
        end: end)
    }
  }

  /// The number of projects that a filter excludes because they have ended, if it finds no others.
  private static func ended(
    _ filter: ProjectFilter, _ catalogue: Catalogue, _ session: Session
  ) throws -> Int {
    if filter.excludedConditions(in: catalogue).isEmpty { return 0 }
    var all = filter
    all.includesEnded = true
    return try Totals.read(all, session).count
  }

  /// The number of projects of a filter for each value of each property.
  package func facets(_ filter: ProjectFilter) throws -> [Facet] {
    try count(filter) { session, _ in
      var scan = try Scan(filter, scope: .counted, session)
      var facets = FacetCounter()
      try scan.run(session, counting: &facets)
      return facets.facets(scan)
    }
  }
}
