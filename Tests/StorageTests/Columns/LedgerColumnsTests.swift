import Dispatch
import Ledger
import Testing

@testable import Storage

/// A ledger that is held open answers from columns in memory what the file answers.
@Suite(.everyEngine) struct LedgerColumnsTests {
  private let fixture: Fixture

  init() throws { fixture = try Fixture(isFast: true) }

  @Test(arguments: 0..<10) func `随机的筛选，内存里数出来的与文件里查出来的一样，随便怎么改过之后也一样`(seed: Int) throws {
    var ledger = RandomLedger(store: try fixture.open(), seed: seed)
    for _ in 0..<4 { try ledger.act() }
    // Whoever asks is another process than whoever acts.
    let held = try fixture.openReading()
    for _ in 0..<10 {
      try ledger.act()
      for _ in 0..<10 {
        let (filter, sort) = (ledger.values.filter(), ledger.values.sort())
        let page = try #require(Page(limit: ledger.values.pick([nil, 3]), offset: 0))
        let answer = try held.atOnce { try Answer($0, filter, sort, page) }
        #expect(try Answer(ledger.store, filter, sort, page) == answer, "\(filter.queryText)")
      }
    }
  }

  @Test(arguments: 0..<6) func `只看得到一部分的人，内存里数出来的也与文件里查出来的一样`(seed: Int) throws {
    var ledger = RandomLedger(store: try fixture.open(), seed: seed + 700)
    for _ in 0..<6 { try ledger.act() }
    let held = try fixture.openReading()
    for _ in 0..<8 {
      try ledger.act()
      let sights = (0..<3).map { _ in ledger.values.sight() } + [.everything]
      for sight in sights {
        let (filter, sort) = (ledger.values.filter(), ledger.values.sort())
        let answer = try held.atOnce { try Answer($0.seen(by: sight), filter, sort, .all) }
        #expect(
          try Answer(ledger.store.seen(by: sight), filter, sort, .all) == answer,
          "\(sight) \(filter.queryText)")
      }
    }
  }

  @Test func `目录改了，内存里的也跟着改`() throws {
    var ledger = RandomLedger(store: try fixture.open(), seed: 5)
    for _ in 0..<6 { try ledger.act() }
    let held = try fixture.openReading()
    _ = try held.atOnce { try Answer($0, ProjectFilter(), .byID, .all) }
    let item = CatalogueItem(kind: .stage, code: "plan", name: "谋划储备", position: 9)
    try ledger.store.commit(
      EntryDraft(
        at: Fixture.day(90), actor: "韦", kind: .catalogue, changes: DraftChanges([]),
        items: [item]), expecting: nil)
    let sort = ProjectSort([ProjectSort.Term(.stage, .ascending)])
    #expect(
      try held.atOnce { try Answer($0, ProjectFilter(), sort, .all) }
        == Answer(ledger.store, ProjectFilter(), sort, .all))
  }

  @Test func `记了几笔凭证以后，早先的状态不再占内存`() throws {
    var ledger = RandomLedger(store: try fixture.open(), seed: 6)
    try ledger.begin(with: 20)
    let held = try fixture.openReading()
    weak var first: ColumnState?
    for turn in 0..<5 {
      try held.atOnce { store in
        let state = try store.database.read { try $0.columns?.state($0) }
        #expect(state != nil)
        if turn == 0 { first = state }
        for _ in 0..<5 { _ = try Answer(store, ledger.values.filter(), ledger.values.sort(), .all) }
      }
      try ledger.actOnOne()
    }
    #expect(first == nil)
  }

  @Test func `先开的页面照它开始时的台账答到底`() throws {
    var ledger = RandomLedger(store: try fixture.open(), seed: 8)
    for _ in 0..<6 { try ledger.act() }
    let held = try fixture.openReading()
    try held.atOnce { page in
      let before = try Answer(page, ProjectFilter(), .byID, .all)
      for _ in 0..<3 { try ledger.act() }
      // Another page, on a thread of its own, sees what was committed.
      try DispatchQueue.global().sync {
        _ = try held.atOnce { try Answer($0, ProjectFilter(), .byID, .all) }
      }
      #expect(try Answer(page, ProjectFilter(), .byID, .all) == before)
    }
  }
}
