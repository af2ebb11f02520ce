import Foundation
import Intake
import Ledger
import Operations
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Website

/// Whatever happens to a ledger, a page that is kept is the page that would be made anew.
@Suite struct KeptPagesTests {
  @Test(arguments: 0..<3) func `留着的页面与重做的页面一个字节也不差`(seed: Int) throws {
    let pair = try SitePair(seed: UInt64(seed))
    let people =
      [pair.base.caller] + ["county", "lead", "reader"].compactMap(TestPeople.everyRole.get)
    var targets = Set((0..<26).map { _ in pair.target() })
    var differing = 0
    var shown: [String: String] = [:]
    for _ in 0..<20 {
      pair.act()
      if targets.count < 40 { targets.insert(pair.target()) }
      for target in targets.sorted() {
        for person in [people[0], people[1 + pair.number(below: people.count - 1)]] {
          let kept = pair.kept.answer(pair.request(target), from: person)
          let anew = pair.anew.answer(pair.request(target), from: person)
          #expect(kept.status == anew.status, "\(target)")
          #expect(pair.bytes(kept) == pair.bytes(anew), "\(target) \(person.name)")
          let place = person.name + target
          if let before = shown[place], before != pair.bytes(kept) { differing += 1 }
          shown[place] = pair.bytes(kept)
        }
      }
    }
    // Pages were kept over entries, and pages became others.
    #expect(pair.made(by: .keeping) + 80 < pair.made(by: .making))
    #expect(differing > 100)
  }

  @Test func `只动了别处的项目，页面不重做，凭证号照样是新的`() throws {
    let pair = try SitePair(seed: 1)
    // Lights are judged by the day of the last entry.
    _ = try pair.operations.edit("11", [Assignment(field: "总投资", text: "776")], reason: "测试")
    func page() -> String { pair.bytes(pair.kept.answer(pair.request("/projects?chain=新能源"))) }
    let before = page()
    let made = pair.made(by: .keeping)
    let entry = try pair.operations.edit(
      "11", [Assignment(field: "总投资", text: "777")], reason: "测试")
    let after = page()
    #expect(pair.made(by: .keeping) == made)
    let number = try #require(entry.entry?.number)
    #expect(after.contains("第 \(number) 号凭证"))
    #expect(before != after)
    _ = try pair.operations.edit("6", [Assignment(field: "总投资", text: "777")], reason: "测试")
    #expect(page().contains("777"))
    #expect(pair.made(by: .keeping) == made + 1)
  }

  @Test func `有联系方式的页面每次都重做，每次都留痕`() throws {
    let pair = try SitePair(seed: 1)
    for _ in 0..<3 { _ = pair.kept.answer(pair.request("/projects?cols=name,contact")) }
    #expect(pair.made(by: .keeping) == 3)
    for _ in 0..<3 { _ = pair.kept.answer(pair.request("/projects?cols=name,chain")) }
    #expect(pair.made(by: .keeping) == 4)
  }
}

/// Two sites over one ledger: one keeps pages, the other makes each anew. All of it is invented (测试数据).
private final class SitePair {
  let base: TestSite
  let operations: LedgerOperations
  let kept: Website.Site
  let anew: Website.Site
  private let clock: TestClock
  private let counts: [Side: Counter]
  private var random: SeededNumbers

  enum Side { case keeping, making }

  final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
  }

  init(seed: UInt64) throws {
    base = try TestSite()
    let clock = TestClock()
    clock.wait(base.operations.now().timeIntervalSince(clock.now) + 60)
    let operations = LedgerOperations(path: base.operations.path, actor: "测试员") { clock.now }
    let counts: [Side: Counter] = [.keeping: Counter(), .making: Counter()]
    func site(_ side: Side) throws -> Website.Site {
      let routes = Routes.all.map { route in
        guard route.isKept, let counter = counts[side] else { return route }
        return Route(
          method: route.method, pattern: route.pattern, lane: route.lane, body: route.body,
          right: route.right, otherRight: route.otherRight, isKept: side == .keeping,
          contract: route.contract
        ) { context in
          counter.add()
          return try route.handle(context)
        }
      }
      let site = try Website.Site(
        try OpenLedger(at: operations), operations: operations, routes: routes, strict: true)
      site.opens(at: TestSite.port)
      return site
    }
    (kept, anew) = (try site(.keeping), try site(.making))
    (self.operations, self.clock, self.counts) = (operations, clock, counts)
    random = SeededNumbers(seed)
  }

  deinit {
    for site in [kept, anew] { try? site.ledger.close() }
  }

  func made(by side: Side) -> Int { counts[side]?.value ?? 0 }

  func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  private func pick<T>(_ choices: [T]) -> T { choices[number(below: choices.count)] }

  func request(_ target: String) -> WebRequest {
    var request = WebRequest(method: "GET", target: target) ?? WebRequest(path: ["?"])
    request.source.host = "127.0.0.1:\(TestSite.port)"
    return request
  }

  /// What a page says, without the minute in which it is printed.
  func bytes(_ answer: WebResponse) -> String {
    answer.text.replacing(/\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?<\/footer>/, with: "")
  }

  /// A page that is kept: mostly lists, by what people choose and sort by.
  func target() -> String {
    if number(below: 8) == 0 { return pick(["/", "/due", "/chains", "/chains/新能源", "/due/全部"]) }
    let conditions = [
      "chain=新能源", "chain=人工智能终端及机器人", "stage=建设", "stage=谋划", "stage=签约", "area=柳北区",
      "area=450223", "unit=市发展改革委&unit-role=lead", "unit=市工业和信息化局", "condition=正常",
      "min-investment=20000", "max-investment=30000", "q=测试", "q=cs", "register=储备重大项目",
      "missing=项目业主", "has=总投资", "counting=split", "ended=yes", "rate-below=50%", "light=正常",
      "year=2026", "month=2026-02", "starts=2026", "due=2026-03", "updated-since=2026-03-21",
      "industrial=yes", "reached-before=2026-03", "undated=yes", "batch=开工一批", "as-of=2026-03-20",
    ]
    let shapes = [
      "sort=-investment", "sort=name", "sort=stage,-done", "sort=rate", "sort=-updated",
      "sort=unit",
      "page=2", "view=time", "view=board", "cols=name,code,owner", "sort=start",
    ]
    let parts =
      (0..<pick([0, 1, 1, 2])).map { _ in pick(conditions) }
      + (0..<pick([0, 0, 1])).map { _ in pick(shapes) }
    return "/projects" + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
  }

  /// Something that people do; what is refused leaves the ledger as it is.
  func act() {
    clock.wait(TimeInterval(pick([60, 60, 600, 3_600, 86_400])))
    do { try actOnce() } catch {}
  }

  private func actOnce() throws {
    let project = String(1 + number(below: 15))
    func edit(_ field: String, _ text: String) throws {
      _ = try operations.edit(project, [Assignment(field: field, text: text)], reason: "测试")
    }
    switch number(below: 18) {
    case 0, 1: try edit("总投资", String(number(below: 60_000)))
    case 2: try edit("项目阶段", pick(["谋划", "签约", "建设", "投产"]))
    case 3: try edit("形象进度", "测试进度\(number(below: 9))")
    case 4: try edit("推进状态", pick(["正常", "终止", "退库", "停建"]))
    case 5: try edit("县区", pick(["柳北区", "鹿寨县", "城中区"]))
    case 6: try edit("牵头单位", pick(["市发展改革委", "市工业和信息化局"]))
    case 7: try edit("项目业主", pick(["", "测试业主\(number(below: 5))"]))
    case 8: try edit("2026年1-\(pick([3, 4]))月完成投资", String(number(below: 3_000)))
    case 9: try edit("产业链", pick(["新能源", "人工智能终端及机器人"]))
    case 10: try edit("联系人", "测试联系人\(number(below: 5))")
    case 11:
      _ = try operations.add(
        [
          Assignment(field: "项目名称", text: "测试新增\(number(below: 999))号项目"),
          Assignment(field: "产业链", text: "新能源"),
          Assignment(field: "总投资", text: String(number(below: 40_000))),
        ], reason: "测试")
    case 12:
      let last = try operations.entries(limit: 4).map(\.number)
      _ = try operations.undo(try operations.undoPlan(of: pick(last)), reason: "测试")
    case 13:
      var act = MatterAct()
      act.due = PartialDate(pick(["2026-03-01", "2026-12-01"]))
      _ = try operations.milestone(project, "测试节点\(number(below: 3))", act)
    case 14: _ = try operations.problem(project, "测试问题\(number(below: 3))", MatterAct())
    case 15:
      let part = String(1 + number(below: 15))
      if number(below: 2) == 0 {
        _ = try operations.split(project, into: [part], reason: "测试")
      } else {
        _ = try operations.unsplit(project, parts: [], reason: "测试")
      }
    case 16:
      _ = try operations.setItem(
        .stage, code: "build", isNew: false,
        [(path: "name", text: pick(["建设", "在建设"]))], reason: "测试")
    default: try importList()
    }
  }

  /// The list of the site once more, with other sums.
  private func importList() throws {
    let list = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/Books/projects.csv").standardized
    let text = try String(contentsOf: list, encoding: .utf8)
      .replacing("20000", with: String(20_000 + number(below: 9)))
    let file = base.folder.appending(path: "list-\(number(below: 3)).csv")
    try Data(text.utf8).write(to: file)
    _ = try operations.commit(
      try operations.prepare(try ReceivedFile(path: file.path), ImportOptions(year: 2026)))
  }
}

extension [String: Caller] {
  fileprivate func get(_ name: String) -> Caller? { self[name] }
}
