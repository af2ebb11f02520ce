import Testing

@testable import Ledger

@Suite struct RoleTests {
  let catalogue: Catalogue

  init() throws { catalogue = try Shipped.catalogue.get() }

  static let table: [(name: String, reach: Role.Kind, rights: Set<Right>)] = [
    (
      "招商", .everything,
      [.see, .contacts, .export, .import, .edit, .confirm, .decide, .publish]
    ),
    (
      "发改", .everything,
      [.see, .contacts, .export, .import, .edit, .figures, .decide, .publish]
    ),
    ("督查", .everything, [.see, .export, .tasks]),
    ("牵头单位", .units, [.see, .contacts, .export, .import, .edit, .figures, .tasks]),
    ("县区", .areas, [.see, .contacts, .export, .import, .edit]),
    ("领导", .everything, [.see, .books]),
    ("查阅", .everything, [.see]),
    ("系统管理员", .nothing, [.accounts, .settings, .backup]),
    ("安全管理员", .nothing, [.grants, .disable]),
    ("审计管理员", .nothing, [.audit]),
  ]

  @Test(arguments: table) func `出厂的角色如表`(
    row: (name: String, reach: Role.Kind, rights: Set<Right>)
  ) throws {
    let role = try #require(catalogue.roles.first { $0.name == row.name })
    #expect(role.reach == row.reach)
    #expect(role.rights == row.rights)
    #expect(role.seesLedChains == (row.name == "牵头单位"))
  }

  @Test func `没有角色这一类的老台账照出厂的算，改过的照改的算`() throws {
    let roles = catalogue.roles
    #expect(roles.count == Self.table.count)
    let old = Catalogue(items: catalogue.items.filter { $0.kind != .role })
    #expect(old.roles == roles)
    let own = CatalogueItem(
      kind: .role, code: "reader", name: "只看", position: 1,
      attributes: .map(["scope": .text("everything"), "rights": .text("see, export")]))
    let altered = old.adding([own])
    #expect(altered.role("reader")?.rights == [.see, .export])
    #expect(altered.roles.count == roles.count)
  }

  @Test func `管理员什么项目也看不到，三权分立`() {
    for code in ["system", "security", "auditor"] {
      let person = Person(
        login: code, name: code, unit: nil, grants: [Grant(role: code, scope: .everything)])
      let permissions = Permissions(person, catalogue)
      #expect(permissions.reach(of: .see).isNothing)
      #expect(!permissions.have(.see))
    }
  }

  @Test func `牵头单位看得到所牵头的产业链，改不了`() {
    let person = Person(
      login: "wei", name: "韦某", unit: "drc",
      grants: [Grant(role: "lead", scope: .units(["drc"]))])
    let permissions = Permissions(person, catalogue)
    let chain = catalogue.chains.first { $0.leads.contains("drc") }?.code ?? ""
    let led = Record([(FieldKey(.chain), .reference(chain))])
    #expect(permissions.allow(.see, on: led))
    #expect(!permissions.allow(.edit, on: led))
    #expect(!permissions.allow(.export, on: led))
    let own = Record([(FieldKey(.responsibleUnits), .references(["drc"]))])
    for right in [Right.see, .contacts, .export, .import, .edit] {
      #expect(permissions.allow(right, on: own))
    }
  }

  @Test func `按产业链授的权只能看`() {
    let person = Person(
      login: "a", name: "甲", unit: nil,
      grants: [Grant(role: "planning", scope: .chains(["new-energy"]))])
    let permissions = Permissions(person, catalogue)
    let project = Record([(FieldKey(.chain), .reference("new-energy"))])
    #expect(
      Right.allCases.filter { permissions.allow($0, on: project) } == [.see])
  }

  @Test func `没有账户的人什么都可以；有账户没有授权的人什么都不可以`() {
    let anyone = Permissions(Person(name: "甲"), catalogue)
    #expect(Right.allCases.allSatisfy { anyone.allow($0, on: Record()) })
    let nobody = Permissions(Person(login: "a", name: "甲", unit: nil, grants: []), catalogue)
    #expect(Right.allCases.allSatisfy { !nobody.have($0) && !nobody.allow($0, on: Record()) })
  }

  @Test func `凭证上的经办人是姓名、单位、账号`() {
    let person = Person(login: "wei", name: "韦某", unit: "iit", grants: [])
    let actor = person.actor(in: catalogue)
    #expect(actor == "韦某（\(catalogue.name(of: .unit, "iit"))，wei）")
    #expect(person.isActor(actor))
    #expect(!Person(login: "ei", name: "韦某", unit: "iit", grants: []).isActor(actor))
    let bureau = Person(login: "qin", name: "覃某", unit: nil, grants: [])
    #expect(bureau.actor(in: catalogue) == "覃某（qin）")
    #expect(bureau.isActor("覃某（qin）"))
    #expect(Person(name: "覃某").actor(in: catalogue) == "覃某")
  }
}
