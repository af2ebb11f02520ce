import Intake
import Ledger
import Storage
import Testing
import Wording

@testable import Operations

/// What is reported, how far tasks are and what was decided is no setting: whoever keeps those alone does not
/// write it. All of it is invented (测试数据).
@Suite struct CatalogueActsTests {
  let scratch: ScratchLedger

  init() throws {
    scratch = try ScratchLedger()
    // The ledger begins.
    _ = try scratch.operations.add([Assignment(field: "项目名称", text: "测试霁川铸造")], reason: nil)
  }

  private func operations(_ roles: String...) -> LedgerOperations {
    let person = Person(
      login: "xi", name: "测试", unit: nil,
      grants: roles.map { Grant(role: $0, scope: .everything) })
    return LedgerOperations(
      path: scratch.operations.path, person: person, actor: "测试（xi）", now: scratch.operations.now)
  }

  private func revision() throws -> Int64 {
    try scratch.operations.reading { store, _ in try store.revision }
  }

  @Test(arguments: [
    (CatalogueKind.figure, "figures", Right.figures), (CatalogueKind.task, "2.1", Right.tasks),
    (CatalogueKind.distinction, "1-2", Right.decide), (CatalogueKind.decision, "x", Right.decide),
  ])
  func `只有改设置的权，写不了上报数、任务和认定`(kind: CatalogueKind, code: String, right: Right) throws {
    let before = try revision()
    for isNew in [true, false] {
      #expect {
        _ = try operations("system").setItem(
          kind, code: code, isNew: isNew, [(path: "state", text: "办结")], reason: "测试")
      } throws: { if case OperationError.rightMissing(right, _) = $0 { true } else { false } }
    }
    #expect(try revision() == before)
  }

  @Test func `有权的照写；命令行照写；系统管理员也撤不回`() throws {
    let set = [(path: "note", text: "测试")]
    _ = try operations("inspection").setItem(.task, code: "2.1", isNew: false, set, reason: "测试")
    _ = try scratch.operations.setItem(
      .task, code: "2.2", isNew: false, set, reason: "测试")
    let entry = try revision()
    #expect(throws: (any Error).self) {
      try operations("system").undo(operations("system").undoPlan(of: entry), reason: nil)
    }
    #expect(try revision() == entry)
    // Settings are theirs as before.
    _ = try operations("system").setItem(
      .setting, code: "light", isNew: false, [(path: "lagging_at_least", text: "-20")], reason: "测试"
    )
  }

  @Test func `单位的权只管自己的：别的任务改不了`() throws {
    let person = Person(
      login: "xi", name: "测试", unit: "iit", grants: [Grant(role: "lead", scope: .units(["iit"]))])
    let operations = LedgerOperations(
      path: scratch.operations.path, person: person, actor: "测试（xi）", now: scratch.operations.now)
    #expect(throws: OperationError.scopeTooNarrow(.tasks)) {
      try operations.setItem(
        .task, code: "2.2", isNew: false, [(path: "note", text: "测试")], reason: nil)
    }
  }
}
