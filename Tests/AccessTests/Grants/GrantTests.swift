import Ledger
import Testing

@testable import Access

/// Roles over scopes, and who may give them.
@Suite struct GrantTests {
  @Test func `授权存代码，读回来一样`() throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    let grants = [
      Grant(role: "promotion", scope: .everything), Grant(role: "lead", scope: .units(["a", "b"])),
      Grant(role: "county", scope: .areas(["450223"])),
      Grant(role: "reader", scope: .chains(["x"])),
    ]
    for grant in grants {
      try fixture.file.grant(grant, to: "wei", rules: fixture.rules, by: Fixture.terminal)
    }
    let session = try fixture.session(fixture.signIn("wei", Fixture.password))
    #expect(session.grants == grants)
    #expect(session.person.grants == grants)
    #expect(throws: AccessError.grantExists) {
      try fixture.file.grant(grants[1], to: "wei", rules: fixture.rules, by: Fixture.terminal)
    }
    let held = try fixture.file.heldGrants(of: "wei")
    try fixture.file.revoke(held[0].id, of: "wei", by: Fixture.terminal)
    #expect(try fixture.file.heldGrants(of: "wei").map(\.grant) == Array(grants.dropFirst()))
  }

  @Test func `安全管理员不给自己授权，也不停用自己`() throws {
    let fixture = try Fixture()
    try fixture.person("an")
    let an = AuditActor(login: "an", name: "安", address: "10.0.0.7")
    #expect(throws: AccessError.grantToSelf(login: "an")) {
      try fixture.file.grant(
        Grant(role: "reader", scope: .everything), to: "an", rules: fixture.rules, by: an)
    }
    #expect(throws: AccessError.disablesSelf(login: "an")) {
      try fixture.file.disable("an", by: an)
    }
  }

  @Test(
    arguments: [
      ("system", "security"), ("auditor", "reader"), ("reader", "system"), ("system", "auditor"),
    ])
  func `管理员没有第二个角色`(first: String, second: String) throws {
    let fixture = try Fixture()
    try fixture.person("wei")
    try fixture.file.grant(
      Grant(role: first, scope: .everything), to: "wei", rules: fixture.rules,
      by: Fixture.terminal)
    #expect(throws: AccessError.mixedDuties(login: "wei")) {
      try fixture.file.grant(
        Grant(role: second, scope: .everything), to: "wei", rules: fixture.rules,
        by: Fixture.terminal)
    }
    #expect(throws: AccessError.scopeOfAdministrator(role: "system")) {
      try fixture.file.grant(
        Grant(role: "system", scope: .units(["a"])), to: "wei", rules: fixture.rules,
        by: Fixture.terminal)
    }
  }

  @Test func `三员缺谁说谁`() throws {
    let fixture = try Fixture()
    #expect(
      try Set(fixture.file.missingAdministrators(fixture.rules).map(\.code))
        == ["system", "security", "auditor"])
    try fixture.person("xi")
    try fixture.file.grant(
      Grant(role: "system", scope: .everything), to: "xi", rules: fixture.rules,
      by: Fixture.terminal)
    #expect(
      try Set(fixture.file.missingAdministrators(fixture.rules).map(\.code))
        == ["security", "auditor"])
    #expect(try fixture.file.holders(of: .accounts, fixture.rules) == ["测试xi"])
    try fixture.file.disable("xi", by: Fixture.terminal)
    #expect(try fixture.file.missingAdministrators(fixture.rules).count == 3)
  }

  @Test(
    arguments: [
      ("wei", true), ("wei.li-2_x", true), ("2wei", true), ("w", false), ("Wei", false),
      (".wei", false), ("韦某", false), ("wei li", false), ("wei\n", false),
      (String(repeating: "a", count: 33), false),
    ])
  func `登录名是小写字母、数字和点`(login: String, isOne: Bool) {
    #expect(Account.isLogin(login) == isOne)
  }
}
