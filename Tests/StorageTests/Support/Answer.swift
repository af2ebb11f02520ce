import Ledger

@testable import Storage

/// All that questions answer about a filter.
struct Answer: Equatable {
  let ids: [ProjectID]
  let totals: Totals
  let facets: [Facet]
  let ended: Int
  let steps: [Funnel.Step]
  let chains: [String?: Totals]

  init(
    _ store: LedgerStore, _ filter: ProjectFilter, _ sort: ProjectSort, _ page: Page
  ) throws {
    let list = try store.list(filter, sort: sort, page: page)
    ids = list.projects.map(\.id)
    totals = list.totals
    facets = list.facets
    ended = list.endedOnly
    let matrix = try store.matrix(filter)
    steps = Funnel(matrix).steps
    chains = matrix.byChain
  }
}
