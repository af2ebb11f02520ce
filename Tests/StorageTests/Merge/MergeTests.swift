import Ledger
import Testing

@testable import Storage

@Suite(.everyEngine) struct MergeTests {
  let fixture: Fixture
  let store: LedgerStore
  private static let code = "2509-140602-89-05-864976"

  init() throws {
    fixture = try Fixture()
    store = try fixture.open()
    // 1 from the county's list with a figure, 2 by hand with a code, 3 a part of 1.
    try store.commit(
      Drafts.list(
        month: 3,
        [
          Drafts.create([
            .name: .text("一"), .total: .wan(1), .remark: .text("县"),
            FieldKey("done.2026")!: .wan(3),
          ]),
          Drafts.create([.name: .text("子项"), FieldKey(.package): .text("一")]),
        ]), expecting: nil, upload: Drafts.upload)
    try store.commit(
      Drafts.edit(Drafts.create([.name: .text("壹"), .code: .text(Self.code), .total: .wan(2)])),
      expecting: nil)
  }

  @discardableResult
  private func merge(_ project: ProjectID, into other: ProjectID, taking: Set<Field> = []) throws
    -> MergePlan
  {
    let plan = try store.mergePlan(Entry.Merge(project, into: other), taking: taking)
    try store.commit(
      plan.draft(at: Fixture.day(3), actor: "韦", reason: nil), expecting: plan.revision)
    return plan
  }

  @Test func `what the one that stays lacks it takes over, with the month a figure reaches`()
    throws
  {
    let plan = try merge(1, into: 3)
    let stored = try store.project(3)
    #expect(
      stored.record
        == Record([
          (.name, .text("壹")), (.code, .text(Self.code)), (.total, .wan(2)), (.remark, .text("县")),
          (FieldKey("done.2026")!, .wan(3)), (FieldKey(.otherNames), .list(["一"])),
        ]))
    #expect(stored.reach == [FieldKey("done.2026")!: 3])
    #expect(
      Set(plan.dropped) == [
        MergePlan.Dropped(key: .name, value: .text("一"), kept: .text("壹")),
        MergePlan.Dropped(key: .total, value: .wan(1), kept: .wan(2)),
      ])
    #expect(try store.verify() == [])
  }

  @Test func `the value of the one that goes wins only where somebody says so`() throws {
    try merge(1, into: 3, taking: [.totalInvestment])
    #expect(try store.project(3).record.money(.totalInvestment) == Money(fen: 1_000_000))
  }

  @Test func `the old number, code and name mean the one that stays, also through two merges`()
    throws
  {
    try merge(3, into: 1)
    #expect(try store.find("3") == [1])
    #expect(try store.find("壹") == [1])
    try store.commit(Drafts.edit(Drafts.create([.name: .text("三")])), expecting: nil)
    try merge(1, into: 4)
    #expect(try store.find("3") == [4])
    #expect(try store.find("1") == [4])
    #expect(try store.find(Self.code) == [4])
    #expect(try store.mergedProjects().map(\.into) == [4, 4])
  }

  @Test func `parts follow the package they name`() throws {
    let plan = try merge(1, into: 3)
    #expect(plan.parts == [2])
    #expect(try store.project(2).record.text(.package) == "壹")
  }

  @Test func `a part merged into its package is no part of itself`() throws {
    try merge(2, into: 1)
    #expect(try store.project(1).record.text(.package) == nil)
  }

  @Test func `what a sender said of the one that goes is said of the one that stays`() throws {
    try merge(1, into: 3)
    let said = try store.bases(sender: "县", projects: [1, 3])
    #expect(said[1] == nil)
    #expect(said[3]?.money(.totalInvestment) == Money(fen: 1_000_000))
    #expect(said[3]?.text(.name) == "一")
  }

  @Test func `taken back, both are there again with what was said of them`() throws {
    let before = try store.allProjects(asOf: .max).map(\.record)
    let said = try store.bases(sender: "县", projects: [1, 2, 3])
    try merge(1, into: 3)
    try store.undo(
      try store.undoPlan(of: 4), at: Fixture.day(4), actor: "韦", reason: nil)
    #expect(try store.allProjects(asOf: .max).map(\.record) == before)
    #expect(try store.project(1).reach == [FieldKey("done.2026")!: 3])
    #expect(try store.bases(sender: "县", projects: [1, 2, 3]) == said)
    #expect(try store.find("1") == [1])
    #expect(try store.mergedProjects() == [])
    #expect(try store.verify() == [])
  }

  @Test func `and merged again when the taking back is taken back`() throws {
    try merge(1, into: 3)
    let merged = try store.allProjects(asOf: .max).map(\.record)
    for entry: Int64 in [4, 5] {
      try store.undo(
        try store.undoPlan(of: entry), at: Fixture.day(4), actor: "韦", reason: nil)
    }
    #expect(try store.allProjects(asOf: .max).map(\.record) == merged)
    #expect(try store.bases(sender: "县", projects: [3])[3]?.text(.name) == "一")
    #expect(try store.find("1") == [3])
    #expect(try store.verify() == [])
  }

  @Test func `the ledger as of before the merge has both`() throws {
    try merge(1, into: 3)
    #expect(try store.allProjects(asOf: 3).map(\.id) == [1, 2, 3])
    #expect(try store.allProjects(asOf: 4).map(\.id) == [2, 3])
  }

  @Test func `a project that is not there is not merged`() throws {
    #expect(throws: StorageError.unknownProject(9)) {
      try store.mergePlan(Entry.Merge(9, into: 1), taking: [])
    }
  }
}
