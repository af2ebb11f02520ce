import Ledger
import Testing

@testable import Storage

/// A page of a list that is said to stand is the one that would be made anew.
@Suite(.everyEngine) struct ListedPageTests {
  private let fixture: Fixture

  init() throws { fixture = try Fixture(isFast: true) }

  /// A page as it was made once, by somebody.
  private struct Kept {
    let listed: ListedPage
    let content: Content
    let filter: ProjectFilter
    let sort: ProjectSort
    let page: Page
    let sight: Sight
    var revision: Int64
  }

  @Test(arguments: 0..<12) func `说还算数的一页，与重做的一页一样，随便怎么改过之后都是`(seed: Int) throws {
    var ledger = RandomLedger(store: try fixture.open(), seed: seed + 300)
    try ledger.begin(with: 40)
    let held = try fixture.openReading()
    var pages: [Kept] = []
    var (standing, gone) = (0, 0)
    for turn in 0..<30 {
      if turn % 6 == 5 { try ledger.act() } else { try ledger.actOnOne() }
      var left: [Kept] = []
      for var kept in pages {
        try held.atOnce { whole in
          let store = whole.seen(by: kept.sight)
          guard try store.leaves(kept.listed, since: kept.revision) else { return gone += 1 }
          standing += 1
          let list = try store.list(kept.filter, sort: kept.sort, page: kept.page)
          #expect(Content(list) == kept.content, "\(kept.filter.queryText) \(kept.sort.text)")
          // Some are asked again only after several entries.
          if turn % 3 == 0 { kept.revision = try store.revision }
          left.append(kept)
        }
      }
      pages = left
      try held.atOnce { whole in
        for _ in 0..<8 {
          let sight = ledger.values.chance(40) ? ledger.values.sight() : .everything
          let (filter, sort) = (ledger.values.filter(), ledger.values.sort())
          let page = try #require(
            Page(limit: ledger.values.pick([3, 10]), offset: ledger.values.pick([0, 0, 3])))
          let list = try whole.seen(by: sight).list(filter, sort: sort, page: page)
          guard let listed = ListedPage(list, of: filter, sort: sort) else { continue }
          pages.append(
            Kept(
              listed: listed, content: Content(list), filter: filter, sort: sort, page: page,
              sight: sight, revision: try whole.revision))
        }
      }
    }
    #expect(standing > 20 && gone > 20, "\(standing) \(gone)")
  }

  @Test func `改了目录，留着的都不算数`() throws {
    var ledger = RandomLedger(store: try fixture.open(), seed: 4)
    try ledger.begin(with: 20)
    let held = try fixture.openReading()
    let (listed, revision) = try held.atOnce { store in
      let list = try store.list(ProjectFilter(), sort: .byID, page: .all)
      return (
        try #require(ListedPage(list, of: ProjectFilter(), sort: .byID)), try store.revision
      )
    }
    #expect(try held.atOnce { try $0.leaves(listed, since: revision) })
    let item = CatalogueItem(kind: .stage, code: "plan", name: "谋划储备", position: 9)
    try ledger.store.commit(
      EntryDraft(
        at: Fixture.day(90), actor: "韦", kind: .catalogue, changes: DraftChanges([]),
        items: [item]), expecting: nil)
    #expect(try !held.atOnce { try $0.leaves(listed, since: revision) })
  }

  /// A package that ends leaves its parts out, which nobody touched.
  @Test func `打包项目终止，它的子项跟着不算，留着的页面也不算数`() throws {
    let store = try fixture.open()
    let package = FieldKey(.package)
    try store.commit(
      Drafts.edit(
        Drafts.create([.name: .text("打包")]),
        Drafts.create([.name: .text("子项"), package: .text("打包"), .chain: .reference("robot")]),
        Drafts.create([.name: .text("另一个"), .chain: .reference("robot")])),
      expecting: nil)
    let held = try fixture.openReading()
    var filter = ProjectFilter()
    filter.chains = ["robot"]
    filter.counting = .split
    let (listed, count, revision) = try held.atOnce { store in
      let list = try store.list(filter, sort: .byID, page: .all)
      return (
        try #require(ListedPage(list, of: filter, sort: .byID)), list.totals.count,
        try store.revision
      )
    }
    try store.commit(
      Drafts.edit(
        day: 1, Drafts.update(1, FieldKey(.condition), nil, .reference("ended"))), expecting: nil)
    let after = try held.atOnce { try $0.list(filter, sort: .byID, page: .all).totals.count }
    #expect((count, after) == (2, 1))
    #expect(try !held.atOnce { try $0.leaves(listed, since: revision) })
  }
}

/// What a page tells of a list.
private struct Content: Equatable {
  let projects: [StoredProject]
  let totals: Totals
  let facets: [[Count]]

  struct Count: Equatable {
    let value: Facet.Value
    let count: Int
    let isSelected: Bool
  }

  init(_ list: ProjectList) {
    projects = list.projects
    totals = list.totals
    facets = list.facets.map { facet in
      facet.values.map { Count(value: $0.value, count: $0.count, isSelected: $0.isSelected) }
    }
  }
}
