package import Ledger

/// A page of a list that depends only on the rows that pass its filter, so that entries that alter none of them leave
/// it unchanged.
package struct ListedPage: Sendable {
  let filter: ProjectFilter
  let sort: ProjectSort
  /// The projects on the page.
  let shown: Set<ProjectID>

  /// Nil if the page depends on more than those rows: a day or month of the filter, lights, which are measured
  /// against the ledger's month, a filter by time of update, suggestions for an empty result, or a year without
  /// figures, for which the ledger's month is named.
  package init?(_ list: ProjectList, of filter: ProjectFilter, sort: ProjectSort) {
    guard filter.asOf == nil, filter.month == nil, filter.lights.isEmpty,
      filter.updatedSince == nil, list.totals.count > 0,
      list.totals.month != nil || filter.year == nil
    else { return nil }
    self.filter = filter
    self.sort = sort
    shown = Set(list.projects.map(\.id))
  }
}

extension LedgerStore {
  /// Whether the entries since a revision left the rows of a page unchanged; false if that is unknown. The caller
  /// compares what the page shows of the whole ledger: the month of all figures and the day of the last entry.
  package func leaves(_ page: ListedPage, since revision: Int64) throws -> Bool {
    try database.read { session in
      guard let state = try session.columns?.state(session),
        let steps = state.steps(since: revision)
      else { return false }
      if steps.isEmpty { return true }
      let question = try RowQuestion(page.filter, scope: .counted, state, session)
      do {
        return try steps.allSatisfy { try $0.leaves(page, question) }
      } catch is ColumnState.NotKept {
        return false
      }
    }
  }
}
