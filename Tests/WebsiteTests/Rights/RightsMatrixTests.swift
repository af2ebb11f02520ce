import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing
import Wording

@testable import Operations
@testable import Website

/// Every route for everybody: generated from the route table, so that a route more is tried as well.
@Suite struct RightsMatrixTests {
  /// What roles may, in the words of the table; not read from the catalogue that is tested.
  static let rights: [String: Set<Right>] = [
    "promotion": [
      .see, .contacts, .export, .books, .import, .edit, .confirm, .decide, .publish,
    ],
    "planning": [
      .see, .contacts, .export, .books, .import, .edit, .figures, .decide, .publish,
    ],
    "inspection": [.see, .export, .books, .tasks],
    "lead": [.see, .contacts, .export, .books, .import, .edit, .figures, .tasks],
    "county": [.see, .contacts, .export, .books, .import, .edit],
    "leader": [.see, .books], "reader": [.see],
    "system": [.accounts, .settings, .backup], "security": [.grants, .disable],
    "auditor": [.audit], "nobody": [],
  ]

  /// What a page says apart from the time and the number of the request.
  static func body(of answer: WebResponse) -> String {
    let main = answer.text.components(separatedBy: "<main").last ?? ""
    return main.components(separatedBy: "</main>")[0]
  }

  static func decides(_ role: String) -> Bool { rights[role]?.contains(.decide) ?? false }

  static func mayAsk(_ route: Route, _ role: String) -> Bool {
    let rights = rights[role] ?? []
    guard let right = route.right else { return true }
    return rights.contains(right) || route.otherRight.map(rights.contains) ?? false
  }

  /// A project of the lead unit 发改 in the county 鹿寨, and one of nobody here.
  private static func site() throws -> (site: TestSite, own: String, foreign: String) {
    let site = try TestSite(isEmpty: true)
    let (own, foreign) = try addProjects(at: site.operations)
    return (site, own, foreign)
  }

  /// One of 发改 in 鹿寨, of the chain 新能源, and one of nobody here, of a chain that 发改 does not lead; numbers as
  /// paths have them.
  static func addProjects(at operations: LedgerOperations) throws -> (own: String, foreign: String)
  {
    func add(
      _ name: String, _ unit: String, _ area: String, _ chain: String
    ) throws -> String {
      let added = try operations.add(
        [
          Assignment(field: "name", text: name), Assignment(field: "lead_units", text: unit),
          Assignment(field: "district", text: area), Assignment(field: "stage", text: "开工"),
          Assignment(field: "chain", text: chain), Assignment(field: "contact", text: "张三"),
          Assignment(field: "phone", text: "13812345678"),
        ], reason: "测试")
      return String(added.project ?? 0)
    }
    return (
      try add("测试自家基地", "市发展改革委", "鹿寨县", "新能源"),
      try add("测试别家基地", "市商务局", "柳北区", "绿色食品加工")
    )
  }

  /// The path of a route, about a project, or an entry of somebody else.
  static func target(_ route: Route, project: String, entry: String) -> String {
    let values = [
      "project": project, "name": "新能源", "unit": "市发展改革委", "book": "leaders", "task": "1.1",
      "entry": entry, "n": entry, "id": route.pattern.contains("projects") ? project : "1",
      "kind": "chain", "code": "new-energy", "file": "none.css", "draft": "1",
    ]
    let parts = route.pattern.split(separator: "/").map { part in
      let pieces = part.dropFirst().split(separator: "}", omittingEmptySubsequences: false)
      let text =
        part.hasPrefix("{") ? (values[String(pieces[0])] ?? "1") + pieces[1] : String(part)
      return text.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? text
    }
    return "/" + parts.joined(separator: "/")
  }

  @Test(arguments: TestPeople.everyRole.keys.sorted())
  func `每条路径对每个角色照表开关`(role: String) throws {
    let (site, own, _) = try Self.site()
    let caller = try #require(TestPeople.everyRole[role])
    for route in Routes.all {
      // The samples are a thousand rows: who may not read them in is tried, who may is not.
      if route.pattern == "/samples", Self.mayAsk(route, role) { continue }
      let target = Self.target(route, project: own, entry: "2")
      let answer = site.ask(target, as: caller, method: route.method.rawValue)
      try Self.check(answer, route, role, target)
    }
  }

  /// Holds an answer against what the table says of a route and a role.
  static func check(
    _ answer: WebResponse, _ route: Route, _ role: String, _ target: String
  ) throws {
    let cell = "\(role) \(route.method.rawValue) \(target): \(answer.status)"
    if route.pattern.hasSuffix("/undo"), mayAsk(route, role), !decides(role) {
      // The entry is somebody else's.
      #expect(answer.status == 403, "\(cell)")
      #expect(answer.text.contains(Right.decide.label), "\(cell)")
    } else if route.pattern.hasSuffix("/journal"), ["lead", "county"].contains(role) {
      // The journal tells of everything: who is shown a part of the ledger gets none of it.
      #expect(answer.status == 403, "\(cell)")
      #expect(answer.text.contains("只在自己的范围内"), "\(cell)")
    } else if route.pattern == "/due", route.method == .post, ["lead", "county"].contains(role) {
      // What all units reported is carried over by who may edit everything.
      #expect(answer.status == 403, "\(cell)")
      #expect(answer.text.contains("只在自己的范围内"), "\(cell)")
    } else if route.pattern.hasSuffix("/journal"), role == "inspection" {
      // It holds contacts as they were written.
      #expect(answer.status == 403, "\(cell)")
      #expect(answer.text.contains(Right.contacts.label), "\(cell)")
    } else if mayAsk(route, role) {
      // What a form lacks is refused otherwise; what nobody has is absent.
      #expect(answer.status != 403, "\(cell)")
      #expect(answer.status < 500, "\(cell)")
    } else {
      #expect(answer.status == 403, "\(cell)")
      let right = try #require(route.right)
      #expect(answer.text.contains(right.label), "\(cell)")
    }
  }

  @Test(arguments: TestPeople.everyRole.keys.sorted())
  func `别家的项目和没有的项目答得一样`(role: String) throws {
    let (site, _, foreign) = try Self.site()
    let caller = try #require(TestPeople.everyRole[role])
    let seesAll = ["promotion", "planning", "inspection", "leader", "reader"].contains(role)
    for route in Routes.all where route.pattern.contains("{project}") {
      let answers = [foreign, "99"].map { project in
        let answer = site.ask(
          Self.target(route, project: project, entry: "2"), as: caller,
          method: route.method.rawValue,
          form: ["name": "测试", "stage": "竣工", "v.remark": "测试"])
        return (answer.status, Self.body(of: answer).replacing(project, with: "N"))
      }
      let cell = "\(role) \(route.method.rawValue) \(route.pattern)"
      if !Self.mayAsk(route, role) {
        #expect(answers[0].0 == 403, "\(cell)")
      } else if !seesAll {
        #expect(answers[0].0 == 404, "\(cell)")
        #expect(answers[0] == answers[1], "\(cell)")
      } else {
        #expect(answers[0].0 != 404, "\(cell)")
      }
    }
  }

  /// A scope of each kind that holds the one project and not the other.
  static let scopes: [Scope] = [
    .units(["drc"]), .areas(["450223"]), .chains(["new-energy"]),
  ]

  @Test(arguments: scopes) func `按单位、按县区、按链给的，自家的看得到，别家的像没有`(scope: Scope) throws {
    let (site, own, foreign) = try Self.site()
    // A chain lets see, and nothing more.
    let isOfChains = if case .chains = scope { true } else { false }
    for role in isOfChains ? ["reader"] : ["reader", "lead", "promotion"] {
      let caller = TestPeople.caller(role, scope, unit: role == "lead" ? "drc" : nil)
      for route in Routes.all
      where route.pattern.contains("/projects/{") && Self.mayAsk(route, role) {
        let answers = [own, foreign, "99"].map { project in
          let answer = site.ask(
            Self.target(route, project: project, entry: "2"), as: caller,
            method: route.method.rawValue,
            form: ["name": "测试", "stage": "竣工", "v.remark": "测试"])
          return (answer.status, Self.body(of: answer).replacing(project, with: "N"))
        }
        let cell = "\(role) \(scope) \(route.method.rawValue) \(route.pattern)"
        #expect(answers[0].0 != 404 && answers[0].0 != 403, "\(cell): \(answers[0].0)")
        // What a program lacks in its request is told before anything is looked up.
        #expect(answers[1].0 == (route.contract == nil ? 404 : answers[2].0), "\(cell)")
        #expect(answers[1] == answers[2], "\(cell)")
      }
    }
  }

  @Test func `改不动别家的，也不能把自家的改成别家的`() throws {
    let (site, own, _) = try Self.site()
    let caller = try #require(TestPeople.everyRole["county"])
    let operations = LedgerOperations(
      path: site.operations.path, person: caller.person,
      actor: caller.person.actor(in: try site.operations.catalogue()), now: site.operations.now)
    func edit(_ field: String, _ text: String) throws {
      _ = try operations.edit(own, [Assignment(field: field, text: text)], reason: nil)
    }
    try edit("remark", "自家的备注")
    let missing = OperationError.rightMissing(.edit, holders: ["招商", "发改", "牵头单位", "县区"])
    #expect(throws: missing) { try edit("district", "柳北区") }
    #expect(throws: missing) {
      try operations.add(
        [
          Assignment(field: "name", text: "测试外县新项目"),
          Assignment(field: "district", text: "柳北区"),
        ], reason: nil)
    }
    // 别家有同名的，自己这里照样能加：不说别家有没有。
    let added = try operations.add(
      [
        Assignment(field: "name", text: "测试别家基地"), Assignment(field: "district", text: "鹿寨县"),
      ], reason: nil)
    #expect(added.entry != nil)
    // 撤自己的可以，撤别人的不行。
    let mine = try #require(added.entry)
    _ = try operations.undo(operations.undoPlan(of: mine.number), reason: nil)
    #expect(throws: OperationError.rightMissing(.decide, holders: ["招商", "发改"])) {
      try operations.undoPlan(of: 2)
    }
  }

  @Test func `清单里别家的行不导入，说明白，也不说台账里有没有`() throws {
    let (site, _, _) = try Self.site()
    let caller = try #require(TestPeople.everyRole["county"])
    let operations = LedgerOperations(
      path: site.operations.path, person: caller.person,
      actor: caller.person.actor(in: try site.operations.catalogue()), now: site.operations.now)
    let list = site.folder.appending(path: "list.csv")
    try """
    项目名称,县区,备注
    测试自家基地,鹿寨县,改了备注
    测试别家基地,柳北区,别家的
    测试新的基地,鹿寨县,新增
    测试没有的基地,柳北区,别家的
    """.write(to: list, atomically: true, encoding: .utf8)
    let prepared = try operations.prepare(
      try ReceivedFile(path: list.path), ImportOptions(year: 2026, sender: "鹿寨县发改局"))
    #expect(prepared.plan.rows.map(\.action) == [.changed, .rejected, .new, .rejected])
    let refused = prepared.plan.list.findings.filter { $0.code == .scopeForeign }
    #expect(refused.map(\.raw) == ["测试别家基地", "测试没有的基地"])
    #expect(refused.map(\.cell) == ["A3", "A5"])
    let entry = try #require(try operations.commit(prepared))
    #expect(entry.counts == Entry.Counts(created: 1, updated: 1))
    #expect(try site.operations.show("2").project.record.text(.remark) == nil)
  }

  @Test func `页面不画不能做的事`() throws {
    let (site, own, _) = try Self.site()
    func page(_ target: String, _ role: String) throws -> String {
      site.ask(target, as: try #require(TestPeople.everyRole[role])).text
    }
    for role in ["reader", "leader", "inspection"] {
      let project = try page("/projects/\(own)", role)
      #expect(!project.contains("/projects/\(own)/edit"))
      #expect(!project.contains("13812345678") && !project.contains("张三"))
      #expect(project.contains("138****5678") && project.contains("张*"))
      #expect(!(try page("/", role)).contains("href=\"/imports\""))
    }
    #expect(try page("/projects/\(own)", "county").contains("/projects/\(own)/edit"))
    #expect(!(try page("/projects", "reader")).contains("/projects.csv"))
    #expect(try page("/projects", "county").contains("/projects.csv"))
    #expect(!(try page("/books/leaders", "reader")).contains("/file"))
    #expect(try page("/books/leaders", "leader").contains("/books/leaders/file"))
    #expect(try page("/books/raw", "leader").contains("/books/raw/file") == false)
  }

  @Test func `联系方式点一下才显示，没有权限的点了也不显示`() throws {
    let (site, own, _) = try Self.site()
    func page(_ role: String, _ query: String) throws -> String {
      site.ask("/projects/\(own)\(query)", as: try #require(TestPeople.everyRole[role])).text
    }
    #expect(!(try page("county", "")).contains("13812345678"))
    #expect(try page("county", "").contains("contacts=show"))
    #expect(try page("county", "?contacts=show").contains("13812345678"))
    #expect(!(try page("reader", "?contacts=show")).contains("13812345678"))
    #expect(!(try page("reader", "")).contains("contacts=show"))
  }

  @Test func `账户和审计的链接看权限，不看角色叫什么`() throws {
    let (site, _, _) = try Self.site()
    func links(_ role: String) throws -> [Bool] {
      let page = site.ask("/help", as: try #require(TestPeople.everyRole[role])).text
      return [page.contains("href=\"/accounts\""), page.contains("href=\"/audit\"")]
    }
    for (role, shown) in [
      ("system", [true, false]), ("security", [true, false]), ("auditor", [false, true]),
      ("reader", [false, false]), ("promotion", [false, false]), ("nobody", [false, false]),
    ] { #expect(try links(role) == shown, "\(role)") }
    for (role, rights, shown) in [
      ("reader", "see, grants, audit", [true, true]), ("auditor", "see", [false, false]),
    ] {
      // No command writes such a role: a ledger of other hands may hold it.
      let item = try #require(try site.operations.catalogue().withRoles().item(.role, role))
      var members = item.attributes.members
      members["rights"] = .text(rights)
      _ = try site.operations.writing { store, _ in
        try store.commit(
          catalogue: [
            CatalogueItem(
              kind: .role, code: role, name: item.name, position: item.position,
              attributes: .map(members))
          ], at: site.operations.now(), actor: "测试", reason: "测试", expecting: nil)
      }
      #expect(try links(role) == shown, "\(role)")
    }
  }
}
