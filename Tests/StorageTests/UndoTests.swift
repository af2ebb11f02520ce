import Ledger
import Testing

@testable import Storage

@Suite(.everyEngine) struct UndoTests {
  let fixture: Fixture
  let store: LedgerStore

  init() throws {
    fixture = try Fixture()
    store = try fixture.open()
  }

  private func undo(_ entry: Int64) throws -> UndoPlan {
    let plan = try store.undoPlan(of: entry)
    try store.undo(plan, at: Fixture.day(9), actor: "韦", reason: nil)
    return plan
  }

  private func names() throws -> [ProjectID: String] {
    Dictionary(
      uniqueKeysWithValues: try store.allProjects(asOf: .max).map {
        ($0.id, $0.record.text(.name) ?? "")
      })
  }

  private func march() throws {
    try store.commit(
      Drafts.list(
        month: 3,
        [
          Drafts.create([.name: .text("一"), .total: .wan(1), FieldKey("done.2026")!: .wan(3)]),
          Drafts.create([.name: .text("二"), .total: .wan(2)]),
        ]), expecting: nil, upload: Drafts.upload)
  }

  private func april() throws {
    try store.commit(
      Drafts.list(
        day: 1, month: 4,
        [
          DraftChange(
            project: 1, kind: .update,
            fields: [
              FieldChange(key: .total, before: .wan(1), after: .wan(10)),
              FieldChange(key: FieldKey("done.2026")!, before: .wan(3), after: .wan(4)),
            ]),
          Drafts.create([.name: .text("三")]),
        ]), expecting: nil, upload: Drafts.upload)
  }

  @Test func `taking april back gives march exactly, and what the sender said with it`() throws {
    try march()
    let before = try store.allProjects(asOf: .max).map(\.record)
    let reach = try store.project(1).reach
    try april()
    #expect(try store.project(1).reach == [FieldKey("done.2026")!: 4])
    let plan = try undo(3)
    #expect(
      plan.reverted.map(\.change) == [.update, .remove] && plan.kept.isEmpty
        && plan.impossible.isEmpty)
    #expect(try store.allProjects(asOf: .max).map(\.record) == before)
    #expect(try store.project(1).reach == reach)
    #expect(try store.verify() == [])
    #expect(try store.origins(of: 1)[.total]?.entry == 2)
  }

  @Test func `a hand edit made since survives and is named`() throws {
    try march()
    try april()
    try store.commit(Drafts.edit(Drafts.update(1, .total, .wan(10), .wan(11))), expecting: nil)
    let plan = try undo(3)
    #expect(plan.kept == [UndoPlan.Kept(project: 1, name: "一", key: .total, alteredBy: 4)])
    #expect(try store.project(1).record.money(.totalInvestment) == Money(fen: 11_000_000))
    #expect(try names() == [1: "一", 2: "二"])
    #expect(try store.verify() == [])
  }

  @Test func `a project made by a list stays whole when somebody edited it since`() throws {
    try march()
    try store.commit(Drafts.edit(Drafts.update(2, .remark, nil, .text("已核"))), expecting: nil)
    let plan = try undo(2)
    #expect(plan.kept == [UndoPlan.Kept(project: 2, name: "二", key: nil, alteredBy: 3)])
    #expect(try names() == [2: "二"])
    #expect(try store.verify() == [])
  }

  @Test func `a project that a later list only repeated stays, until that list is taken back`()
    throws
  {
    try march()
    let repeats = RowOutcomes([
      RowOutcomes.Row(source: SourceRow(table: 0, number: 4), outcome: .unchanged(2))
    ])
    try store.commit(
      Drafts.list(
        day: 1, sender: "市", [Drafts.create([.name: .text("三")])], outcomes: repeats),
      expecting: nil, upload: Drafts.upload)
    #expect(try store.entry(3).source?.outcomes == repeats)
    let plan = try undo(2)
    #expect(plan.kept == [UndoPlan.Kept(project: 2, name: "二", key: nil, alteredBy: 3)])
    #expect(try names() == [2: "二", 3: "三"])
    _ = try undo(4)
    _ = try undo(3)
    _ = try undo(2)
    #expect(try names() == [:])
    #expect(try store.verify() == [])
  }

  @Test func `an undo can be undone`() throws {
    try march()
    let before = try store.allProjects(asOf: .max).map(\.record)
    _ = try undo(2)
    #expect(try names() == [:])
    _ = try undo(3)
    #expect(try store.allProjects(asOf: .max).map(\.record) == before)
    #expect(try store.verify() == [])
  }

  @Test func `what was taken back cannot be taken back again`() throws {
    try march()
    _ = try undo(2)
    #expect(throws: StorageError.alreadyUndone(entry: 2, by: 3)) { try store.undoPlan(of: 2) }
  }

  @Test func `an update of a project removed since is impossible to take back`() throws {
    try march()
    try april()
    try store.commit(
      Drafts.edit(Drafts.remove(1, try store.project(1).record)), expecting: nil)
    #expect(
      try store.undoPlan(of: 3).impossible
        == [UndoPlan.Impossible(project: 1, reason: .removed, by: 4)])
  }

  @Test func `when all of an entry stays there is nothing to undo`() throws {
    try march()
    try store.commit(Drafts.edit(Drafts.update(1, .total, .wan(1), .wan(5))), expecting: nil)
    try store.commit(Drafts.edit(Drafts.update(1, .total, .wan(5), .wan(6))), expecting: nil)
    let plan = try store.undoPlan(of: 3)
    #expect(throws: StorageError.nothingToUndo(entry: 3)) {
      try store.undo(plan, at: Fixture.day(1), actor: "韦", reason: nil)
    }
  }

  @Test func `a plan made before somebody else wrote is stale`() throws {
    try march()
    let plan = try store.undoPlan(of: 2)
    try april()
    #expect(throws: StorageError.stale(expected: 2, found: 3)) {
      try store.undo(plan, at: Fixture.day(1), actor: "韦", reason: nil)
    }
  }

  @Test func `the beginning cannot be undone`() throws {
    #expect(throws: StorageError.cannotUndo(entry: 1, kind: .setup)) { try store.undoPlan(of: 1) }
  }
}
