package import Ledger

/// A page of a list whose content follows from the rows that its filter leaves, so that entries which alter none of
/// them leave it as it is.
package struct ListedPage: Sendable {
  let filter: ProjectFilter
  let sort: ProjectSort
  /// The projects that stand on it.
  let shown: Set<ProjectID>

  /// Nil where more than those rows decides what it says: a day or a month that is looked at, lights, which are
  /// measured against the whole ledger's month, a day since which something was altered, what is offered where nothing was
  /// found, and a year without figures, for which the whole ledger's month is named.
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
  /// Whether the entries since a revision left a page as it was, as far as its rows decide that; false where it
  /// cannot be told. What it says of the whole ledger and of the day whoever keeps it compares: the month of all
  /// figures and the day of the last entry.
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
