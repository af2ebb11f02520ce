import Ledger
import Storage
import Testing
import Wording

@testable import Operations

/// Roles and the settings of signing in: what is written into them is looked at, and duties stay apart.
@Suite struct RoleCheckTests {
  private func set(
    _ kind: CatalogueKind, _ code: String, _ path: String, _ text: String,
    by operations: LedgerOperations
  ) throws {
    _ = try operations.setItem(
      kind, code: code, isNew: false, [(path: path, text: text)], reason: "测试")
  }

  @Test(arguments: [
    ("reader", "rights", ""), ("reader", "rights", "see, nonsense"),
    ("reader", "rights", "see, audit"), ("reader", "scope", "nothing"),
    ("reader", "scope", "weird"), ("reader", "other", "x"), ("system", "rights", "see"),
    ("system", "rights", ""), ("system", "scope", "everything"), ("auditor", "rights", "see"),
    ("security", "rights", "grants, disable, see"),
  ])
  func `角色只写认识的权限，三员的职责不能改`(code: String, path: String, text: String) throws {
    let scratch = try ScratchLedger()
    let before = try scratch.operations.catalogue().roles
    #expect {
      try set(.role, code, path, text, by: scratch.operations)
    } throws: { if case OperationError.unknownInSetting = $0 { true } else { false } }
    #expect(try scratch.operations.catalogue().roles == before)
  }

  @Test func `权限在服务器上改；系统管理员改不了，也撤不回`() throws {
    let scratch = try ScratchLedger()
    try set(.role, "reader", "rights", "see, export", by: scratch.operations)
    #expect(try scratch.operations.catalogue().role("reader")?.rights == [.see, .export])
    let person = Person(
      login: "xi", name: "测试", unit: nil, grants: [Grant(role: "system", scope: .everything)])
    let operations = LedgerOperations(
      path: scratch.operations.path, person: person, actor: "测试（xi）", now: scratch.operations.now)
    #expect {
      try set(.role, "reader", "rights", "see", by: operations)
    } throws: { if case OperationError.rightMissing(.grants, _) = $0 { true } else { false } }
    let entry = try scratch.operations.reading { store, _ in try store.revision }
    #expect(throws: (any Error).self) {
      try operations.undo(operations.undoPlan(of: entry), reason: nil)
    }
    #expect(try scratch.operations.catalogue().role("reader")?.rights == [.see, .export])
  }

  @Test(arguments: [("password", "policy", "none"), ("second_factor", "of", "xyz")])
  func `登录的设置只写认识的`(code: String, path: String, text: String) throws {
    let scratch = try ScratchLedger()
    #expect {
      try set(.setting, code, path, text, by: scratch.operations)
    } throws: { if case OperationError.unknownInSetting = $0 { true } else { false } }
  }
}
