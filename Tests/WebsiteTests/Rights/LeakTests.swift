import Foundation
import Intake
import Ledger
import Matching
import Reports
import Spreadsheet
import Storage
import TestSupport
import Testing

@testable import Operations
@testable import Website

/// Whatever somebody asks for, no byte of the answer tells of a project outside their scope.
@Suite struct LeakTests {
  /// A ledger of invented projects, each with a word of its own in all its texts.
  private final class RandomSite {
    let site: TestSite
    var words: [ProjectID: String] = [:]
    let catalogue: Catalogue

    init(seed: UInt64) throws {
      var random = SeededNumbers(seed)
      site = try TestSite(isEmpty: true)
      let rows = (1...48).map { number in Self.row(number, seed, &random) }
      for (part, sender) in ["市发展改革委", "鹿寨县发改局"].enumerated() {
        let list = site.folder.appending(path: "list\(part).csv")
        let own = rows.enumerated().filter { $0.offset % 2 == part }.map(\.element)
        try ([Self.header] + own).joined(separator: "\n")
          .write(to: list, atomically: true, encoding: .utf8)
        _ = try site.operations.commit(
          try site.operations.prepare(
            try ReceivedFile(path: list.path), ImportOptions(year: 2026, sender: sender)))
      }
      try Self.act(site.operations, &random)
      catalogue = try site.operations.catalogue()
      try site.operations.reading { store, _ in
        for project in try store.allProjects(asOf: .max) {
          let name = project.record.text(.name) ?? ""
          words[project.id] = String(name.dropFirst(2).prefix(4))
        }
      }
    }

    static let header =
      "项目名称,项目代码,产业链,阶段,牵头单位,责任单位,县区（园区）,项目业主,联系人,联系电话,总投资（万元）,2026年计划投资（万元）,2026年1-3月完成投资（万元）,建设规模及主要内容,形象进度,存在问题"

    private static func row(_ number: Int, _ seed: UInt64, _ random: inout SeededNumbers) -> String
    {
      func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
      let letters = Array("霁璟昶琛珩翊煜栩珺琮瑾瑜璇玥琪琳瑶璐翎翔翰翡翠岫棠溪朔湛苍黛墨练缃绮绫缎榕桐楠檀梧枫槐栎")
      let word = String((0..<4).compactMap { _ in letters.randomElement(using: &random) })
      let code = "2211-450203-04-02-\(300_000 + Int(seed) * 1_000 + number)"
      return [
        "测试\(word)基地", code, pick(["新能源", "高端装备制造", "钢铁及关键金属新材料", ""]),
        pick(["谋划", "签约", "开工", "建设", "竣工"]),
        pick(["市发展改革委", "市商务局", "市工业和信息化局", ""]),
        pick(["鹿寨县人民政府", "市商务局", "", ""]),
        pick(["鹿寨县", "鹿寨县", "柳北区", "柳东新区", "鱼峰区", ""]), "业主\(word)公司", "张三\(word)",
        "13812345678", String(Int.random(in: 100...90_000, using: &random)),
        String(Int.random(in: 10...900, using: &random)),
        String(Int.random(in: 1...600, using: &random)), "内容\(word)", "进度\(word)", "问题\(word)",
      ].joined(separator: ",")
    }

    private static func act(_ operations: LedgerOperations, _ random: inout SeededNumbers) throws {
      var overdue = MatterAct()
      overdue.due = PartialDate("2026-03-01")
      let ids = try operations.list(QuestionOptions(filter: [:])).content.projects.map(\.id)
      for _ in 0..<8 {
        let project = String(ids.randomElement(using: &random) ?? 1)
        let word = try operations.show(project).project.record.text(.name) ?? ""
        _ = try operations.edit(
          project, [Assignment(field: "下一步工作", text: "下一步\(word)")], reason: "事由\(word)")
        _ = try operations.milestone(project, "节点\(word)", overdue)
        _ = try operations.problem(project, "难题\(word)", MatterAct())
      }
      let merge = try operations.mergePlan(
        String(ids[ids.count - 2]), into: String(ids[ids.count - 1]), taking: [])
      _ = try operations.merge(merge, reason: "合并")
      let edit = try operations.edit("5", [Assignment(field: "备注", text: "备注五")], reason: nil)
      if let entry = edit.entry {
        _ = try operations.undo(operations.undoPlan(of: entry.number), reason: nil)
      }
    }

    /// The words of projects that somebody sees nothing of.
    func foreign(to caller: Caller) throws -> [String] {
      let reach = Permissions(caller.person, catalogue).reach(of: .see)
      return try site.operations.reading { store, _ in
        try store.allProjects(asOf: .max).filter { !reach.holds($0.record) }
          .flatMap { [words[$0.id], $0.record.text(.code)].compactMap { $0 } }
      }
    }

    func ids(seenBy caller: Caller) throws -> Set<String> {
      let reach = Permissions(caller.person, catalogue).reach(of: .see)
      return try site.operations.reading { store, _ in
        Set(
          try store.allProjects(asOf: .max).filter { reach.holds($0.record) }
            .map { String($0.id) })
      }
    }

    func operations(of caller: Caller) -> LedgerOperations {
      LedgerOperations(
        path: site.operations.path, person: caller.person, actor: caller.name,
        now: site.operations.now)
    }
  }

  static let viewers: [(name: String, caller: Caller)] = [
    ("县区", TestPeople.caller("county", .areas(["450223"]))),
    ("牵头单位", TestPeople.caller("lead", .units(["commerce"]), unit: "commerce")),
    ("按链查阅", TestPeople.caller("reader", .chains(["equipment"]))),
    ("园区", TestPeople.caller("county", .areas(["zone-liudong"]))),
  ]

  /// What is asked beside what pages link to.
  private static let targets: [String] = {
    var targets = [
      "/", "/?as-of=2026-03-21", "/projects?limit=200", "/projects?view=board",
      "/projects?view=time", "/projects.csv", "/projects.xlsx", "/projects?q=%E9%9C%81",
      "/projects?q=2211", "/projects?ended=yes", "/milestones", "/problems", "/chains", "/units",
      "/areas", "/registers", "/due", "/due/%E5%85%A8%E9%83%A8", "/targets", "/tasks", "/entries",
      "/queue", "/decisions", "/catalogue", "/catalogue/decision", "/catalogue/distinction",
      "/books", "/imports",
    ]
    for book in ["leaders", "chains", "changes", "promotion", "targets", "gaps", "raw"] {
      let place = "/books/" + book
      targets += [place, place + "/file", place + "/file?as-of=2026-03-21"]
    }
    for number in 1...40 {
      let place = "/entries/" + String(number)
      targets += [place, place + "/receipt", place + "/file", place + "/undo"]
      targets.append("/receipts/" + String(number))
    }
    for number in 1...49 {
      let place = "/projects/" + String(number)
      targets += [place, place + "/edit", place + "?as-of=2026-03-21"]
    }
    return targets
  }()

  @Test(arguments: [(UInt64(1), 0), (2, 1), (3, 2), (4, 3)])
  func `看不到的项目的名字、代码、编号，哪一页、哪个文件里都没有`(seed: UInt64, viewer: Int) throws {
    let ledger = try RandomSite(seed: seed)
    let (name, caller) = Self.viewers[viewer]
    let foreign = try ledger.foreign(to: caller)
    let own = try ledger.ids(seenBy: caller)
    #expect(foreign.count > 10)
    var links: Set<String> = []
    func look(_ target: String) throws {
      let answer = ledger.site.ask(target, as: caller)
      let text = try Self.text(of: answer)
      #expect(answer.status < 500, "\(name) \(target)")
      for word in foreign where text.contains(word) {
        Issue.record("\(name) \(target): \(word)")
      }
      for id in Self.projects(linkedIn: text) where !own.contains(id) {
        // A number that was merged into one of theirs is that one: what was asked for may be repeated.
        if target.contains("/projects/\(id)") { continue }
        Issue.record("\(name) \(target): links to \(id)")
      }
      if answer.status == 200 { links.formUnion(Self.links(in: text)) }
    }
    for target in Self.targets { try look(target) }
    // What those pages lead to, once.
    for target in links.subtracting(Self.targets).sorted() where !target.hasPrefix("/catalogue") {
      try look(target)
    }
  }

  @Test(arguments: [UInt64(11), 12])
  func `县区看到的数，就是全市台账按它筛出来的数`(seed: UInt64) throws {
    let ledger = try RandomSite(seed: seed)
    let caller = Self.viewers[0].caller
    let (county, all) = (ledger.operations(of: caller), ledger.site.operations)
    let mine = QuestionOptions(filter: ["area": ["鹿寨县"]])
    let any = QuestionOptions(filter: [:])
    let (own, filtered) = (try county.list(any).content, try all.list(mine).content)
    #expect(own.projects.map(\.id) == filtered.projects.map(\.id))
    #expect(own.totals == filtered.totals)
    func counts(_ facets: [Facet]) -> [[Facet.Count]] {
      facets.filter { $0.property != .area }.map { facet in
        facet.values.filter { $0.count > 0 }
      }
    }
    #expect(counts(own.facets) == counts(filtered.facets))
    let (overview, expected) = (try county.overview(any), try all.overview(mine))
    #expect(overview.lights == expected.lights)
    #expect(overview.matrix.totals == expected.matrix.totals)
    #expect(overview.funnel.steps == expected.funnel.steps)
    #expect(overview.overdueMilestones == expected.overdueMilestones)
    #expect(overview.openProblems == expected.openProblems)
    #expect(overview.concerns.map(\.project.id) == expected.concerns.map(\.project.id))
    let (goals, expectedGoals) = (try county.targets(any).targets, try all.targets(mine).targets)
    #expect(goals.map(\.value) == expectedGoals.map(\.value))
    #expect(try county.funnel(any).content.steps == all.funnel(mine).content.steps)
    let (due, expectedDue) = (try county.due(any), try all.due(mine))
    #expect(due.all == expectedDue.all)
    #expect(due.units.map(\.tally) == expectedDue.units.map(\.tally))
    #expect(
      try county.dueProjects(due, of: .all) == all.dueProjects(expectedDue, of: .all))
    for book in Book.allCases where book != .raw && book != .changes {
      let (own, whole) = (
        try county.preview(book, ExportOptions(question: any)),
        try all.preview(book, ExportOptions(question: mine))
      )
      #expect(own.projects == whole.projects, "\(book)")
      #expect(own.sheets.map(\.name) == whole.sheets.map(\.name), "\(book)")
      // What waits in lists stands beneath the bureau's books alone.
      let most = whole.edition.held == nil ? 0 : 1
      for (own, whole) in zip(own.sheets, whole.sheets) {
        #expect((0...most).contains(whole.rows.count - own.rows.count), "\(book)")
      }
    }
    #expect(
      try county.table(any, columns: ListColumn.all(without: Field.personal)).content.csv
        == all.table(mine, columns: ListColumn.all(without: Field.personal)).content.csv)
  }

  @Test(arguments: [UInt64(21), 22])
  func `接口、总览和报表上县区的合计，就是它清单里一行一行加起来的`(seed: UInt64) throws {
    let ledger = try RandomSite(seed: seed)
    let caller = Self.viewers[0].caller
    func asked(_ target: String) -> WebResponse { ledger.site.ask(target, as: caller) }
    let list = asked("/api/v1/projects?limit=1000").json
    let rows = list["projects"]?.items ?? []
    func sum(_ field: String) -> Decimal {
      rows.compactMap { $0[field]?.string.flatMap { Decimal(string: $0) } }.reduce(0, +)
    }
    #expect(rows.count > 3)
    for totals in [
      list["totals"], asked("/api/v1/funnel").json["totals"],
      asked("/api/v1/matrix").json["totals"],
    ] {
      #expect(totals?["count"]?.integer == Int64(rows.count))
      #expect(
        totals?["total_investment"]?.string.flatMap { Decimal(string: $0) }
          == sum("total_investment"))
    }
    for (facet, values) in list["facets"]?.members ?? [] where ["stage", "nature"].contains(facet) {
      let counts = values.items.compactMap { $0["count"]?.integer }
      #expect(counts.reduce(0, +) == Int64(rows.count), "\(facet)")
    }
    let overview = asked("/").text.replacing(/<[^>]*>/, with: "")
    #expect(overview.contains("\(rows.count)项"))
    let lines = asked("/projects.csv").text.split(whereSeparator: \.isNewline)
    #expect(lines.count == rows.count + 1)
    let preview = try ledger.operations(of: caller).preview(
      .leaders, ExportOptions(question: QuestionOptions(filter: [:])))
    #expect(preview.projects == rows.count)
  }

  /// All that an answer says: of a workbook its cells.
  private static func text(of answer: WebResponse) throws -> String {
    guard case .file = answer.body else { return answer.text }
    let book = try Workbook.read(answer.content)
    let texts = book.sheets.flatMap(\.rows).flatMap(\.cells).compactMap { cell -> String? in
      if case .text(let text) = cell.value { text } else { nil }
    }
    #expect(!texts.isEmpty)
    return texts.joined(separator: "\n")
  }

  private static func links(in html: String) -> Set<String> {
    Set(
      html.components(separatedBy: "href=\"").dropFirst().map { piece in
        String(piece.prefix { $0 != "\"" && $0 != "#" }).replacing("&amp;", with: "&")
      }.filter { $0.hasPrefix("/") && !$0.hasPrefix("/static") })
  }

  private static func projects(linkedIn html: String) -> Set<String> {
    Set(
      html.components(separatedBy: "/projects/").dropFirst().map { piece in
        String(piece.prefix { $0.isASCII && $0.isNumber })
      }.filter { !$0.isEmpty })
  }
}
