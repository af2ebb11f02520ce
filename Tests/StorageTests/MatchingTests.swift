import Ledger
import Machine
import Testing

@testable import Storage

@Suite(.everyEngine) struct MatchingTests {
  let fixture: Fixture
  let store: LedgerStore
  let first = Record([(.name, .text("一")), (.total, .wan(1))])

  init() throws {
    fixture = try Fixture(isFast: true)
    store = try fixture.open()
    try store.commit(
      Drafts.list([Drafts.create(first), Drafts.create([.name: .text("二")])]), expecting: nil,
      upload: Drafts.upload)
  }

  private func digest(of project: ProjectID) throws -> UInt64? {
    try store.digests(sender: "县").first { $0.project == project }?.digest
  }

  @Test func `a row that says the same again is recognised by its digest`() throws {
    #expect(try digest(of: 1) == StatementDigest.of(first))
    #expect(try store.bases(sender: "县", projects: [1, 2, 9])[1] == first)
    #expect(try store.digests(sender: "局").isEmpty)
  }

  @Test func `a hand edit leaves the base alone, the sender's next word moves it`() throws {
    try store.commit(Drafts.edit(Drafts.update(1, .total, .wan(1), .wan(5))), expecting: nil)
    #expect(try store.bases(sender: "县", projects: [1])[1] == first)
    let stated = DraftChange(
      project: 1, kind: .update,
      fields: [FieldChange(key: .remark, before: nil, after: .text("备"))],
      stated: Record([(.total, .wan(3))]).stated)
    try store.commit(Drafts.list([stated]), expecting: nil, upload: Drafts.upload)
    let base = Record([(.name, .text("一")), (.total, .wan(3)), (.remark, .text("备"))])
    #expect(try store.bases(sender: "县", projects: [1])[1] == base)
    #expect(try digest(of: 1) == StatementDigest.of(base))
    let plan = try store.undoPlan(of: 4)
    try store.undo(plan, at: Fixture.day(2), actor: "韦", reason: nil)
    #expect(try store.bases(sender: "县", projects: [1])[1] == first)
    #expect(try store.verify() == [])
  }

  @Test func `what a list states without effect is a change without values`() throws {
    let stated = DraftChange(
      project: 1, kind: .update, fields: [], stated: Record([(.total, .wan(3))]).stated)
    let entry = try store.commit(Drafts.list([stated]), expecting: nil, upload: Drafts.upload)
    #expect(entry.counts == Entry.Counts())
    #expect(try store.project(1).revision == 2)
    #expect(try store.verify() == [])
  }

  @Test func `identities name what projects are recognised by`() throws {
    var names: [String] = []
    var investments: [Money?] = []
    try store.forEachIdentity { identity in
      names.append(try #require(identity.withText(.name) { String(decoding: $0) }))
      investments.append(identity.investment)
    }
    #expect(names == ["一", "二"])
    #expect(investments == [Money(fen: 1_000_000), nil])
  }
}
