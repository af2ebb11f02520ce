import Ledger
import Testing

@testable import Storage

/// Whatever keeps a ledger, the same acts leave the same: every entry with the same hash, and the same answers.
@Suite(.enabled(if: TestEngine.all.count > 1, "PostgreSQL is not installed"))
struct EngineEqualityTests {
  @Test(arguments: 0..<40) func `随机的一串凭证，每一种引擎都留下同样的校验值、同样的回答`(seed: Int) throws {
    var ledgers: [RandomLedger] = []
    var fixtures: [Fixture] = []
    for engine in TestEngine.all {
      try TestEngine.$current.withValue(engine) {
        let fixture = try Fixture(isFast: true)
        fixtures.append(fixture)
        ledgers.append(RandomLedger(store: try fixture.open(), seed: seed + 3_000))
      }
    }
    for _ in 0..<12 {
      for place in ledgers.indices { try ledgers[place].act() }
      let last = try ledgers.map { try $0.store.entry($0.store.revision) }
      #expect(last.allSatisfy { $0 == last[0] })
    }
    let revision = try ledgers[0].store.revision
    var values = ledgers[0].values
    for _ in 0..<10 {
      let (filter, sort) = (values.filter(), values.sort())
      let page = try #require(Page(limit: values.pick([nil, 3]), offset: 0))
      let answers = try ledgers.map { try Answer($0.store, filter, sort, page) }
      #expect(answers.allSatisfy { $0 == answers[0] }, "\(filter.queryText)")
      let then = Int64.random(in: 1...revision, using: &values.random)
      let records = try ledgers.map { ledger in
        try ledger.store.projects(filter, rows: .all, through: then)
      }
      #expect(records.allSatisfy { $0 == records[0] }, "\(filter.queryText) \(then)")
    }
    #expect(try ledgers.allSatisfy { try $0.store.verify() == [] })
    withExtendedLifetime(fixtures) {}
  }
}
