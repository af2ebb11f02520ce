import Foundation
import Ledger
import Operations
import Reports
import Storage
import Testing

@testable import Website

/// What is counted of what is due is what the projects say one by one, and what counts as reported.
@Suite struct DueCountsTests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  /// The counts, from each project that is due.
  private func counts(_ operations: LedgerOperations, _ options: QuestionOptions) throws -> [String]
  {
    let due = try operations.due(options)
    let parts = [MonthlyDue.Part.all] + due.units.map { MonthlyDue.Part.unit($0.unit) }
    return try parts.map { part -> String in
      let items = try operations.dueItems(try operations.dueProjects(due, of: part), of: due)
      let tally = due.tally(part)
      #expect(tally.asked == items.count && items.allSatisfy(part.holds))
      #expect(tally.reported == items.count { $0.isReported })
      #expect(tally.missing == items.reduce(0) { $0 + $1.missing.count })
      #expect(tally.latest == items.compactMap(\.figures.reach).max())
      #expect(tally.firstOpen == items.filter { !$0.isReported }.prefix(20).map(\.figures.id))
      for isReported in [true, false] {
        #expect(
          try operations.dueProjects(due, of: part, reported: isReported)
            == items.filter { $0.isReported == isReported }.map(\.figures.id))
      }
      return "\(part) \(tally)"
    }
  }

  @Test func `内存里数出来的，就是一项一项读出来的，改过之后也是`() throws {
    for turn in 0..<4 {
      if turn > 0 {
        _ = site.program(
          "PATCH", "/projects/\(turn)", "{\"done\":{\"2026-01..03\":\"\(turn)00\"}}",
          ifMatch: site.program("GET", "/projects/\(turn)")["ETag"])
      }
      for filter in [[:], ["month": ["2026-02"]], ["as-of": ["2026-03-21"]]] {
        let options = QuestionOptions(filter: filter)
        let held = try site.site.ledger.reading(at: site.operations) { try counts($0, options) }
        #expect(try counts(site.operations, options) == held)
        #expect(held.count > 1)
      }
    }
  }

  /// How many the unit's page says have reported, of how many.
  private func reported(_ target: String) -> String {
    let text = site.get(target).text
    let part = text.components(separatedBy: "id=\"due-reported\">").dropFirst().first ?? ""
    return String(part.prefix { $0 != "<" })
      + (part.components(separatedBy: "</span>").dropFirst().first ?? "").prefix { $0 != "<" }
      .trimmingCharacters(in: .whitespaces).replacing("/", with: " /")
  }

  @Test func `没有以前的数，只报了当月的，页面填的、清单报的、接口写的都算已报`() throws {
    let header =
      "项目名称,业主单位,县区,总投资（万元）,项目阶段,2026年计划投资（万元）,牵头单位"
    let names = ["测试青岚甲项目", "测试白鹭乙项目", "测试赤水丙项目", "测试玄武丁项目"]
    let sent = try site.send(
      [
        (
          name: "在建.csv",
          rows: names.map { "\($0),测试业主\($0)有限公司,柳南区,9000,建设,3000,市林业和园林局" }
        )
      ], header: header)
    let (target, plan) = site.follow(sent)
    let written = site.post(
      String(target.prefix { $0 != "?" }).replacing("/plan", with: "/write"),
      ["fingerprint": site.hidden("fingerprint", in: plan)])
    #expect(site.follow(written).target.hasPrefix("/receipts"))
    let unit = Address("due", "市林业和园林局").text
    #expect(reported(unit) == "0 / 4")
    let due = try site.operations.due(QuestionOptions(filter: [:]))
    #expect(due.edition.month == 3)
    let ids = try site.operations.dueProjects(due, of: try #require(due.part(named: "市林业和园林局")))
    #expect(ids.count == 4)
    // By hand on the page.
    let own = site.post(unit, ["project": String(ids[0]), "amount": "120", "progress": "基础施工"])
    #expect(own.status == 303)
    #expect(reported(unit) == "1 / 4")
    // In a list.
    let list = site.follow(
      try site.send(
        [
          (
            name: "3月报送.csv",
            rows: ["\(names[1]),测试业主\(names[1])有限公司,80,主体施工"]
          )
        ], header: "项目名称,业主单位,2026年3月完成投资（万元）,2026年3月形象进度"))
    _ = site.follow(
      site.post(
        String(list.target.prefix { $0 != "?" }).replacing("/plan", with: "/write"),
        ["fingerprint": site.hidden("fingerprint", in: list.page)]))
    #expect(reported(unit) == "2 / 4")
    // By a program.
    let tag = site.program("GET", "/projects/\(ids[2])")["ETag"]
    let patched = site.program(
      "PATCH", "/projects/\(ids[2])",
      #"{"done":{"2026-03":"60"},"monthly_progress":{"2026-03":"设备安装"}}"#,
      ifMatch: tag)
    #expect(patched.status == 200, "\(patched.text)")
    #expect(reported(unit) == "3 / 4")
    let open = site.get(unit + "?show=open").text
    #expect(open.contains("data-total=\"1\"") && open.contains(names[3]))
    let answer = site.program("GET", "/due?unit=市林业和园林局&unit-role=lead").json
    #expect(answer["due"]?.integer == 4 && answer["reported"]?.integer == 3)
    // What the page says by itself, the rule says in words.
    #expect(open.contains("当月一个月的数）的算已报"))
  }

  @Test func `项目多了分页，填完回到那一页`() throws {
    let rows = (0..<60).map { "测试批量\($0)号厂房,测试批量业主\($0)有限公司,柳南区,9000,建设,3000,市林业和园林局" }
    let (target, plan) = site.follow(
      try site.send(
        [(name: "批量.csv", rows: rows)],
        header: "项目名称,业主单位,县区,总投资（万元）,项目阶段,2026年计划投资（万元）,牵头单位"))
    _ = site.follow(
      site.post(
        String(target.prefix { $0 != "?" }).replacing("/plan", with: "/write"),
        ["fingerprint": site.hidden("fingerprint", in: plan)]))
    let unit = Address("due", "市林业和园林局").text
    let first = site.get(unit).text
    #expect(first.contains("data-total=\"60\""))
    #expect(first.components(separatedBy: "<tr id=").count - 1 == 50)
    let second = site.get(unit + "?page=2").text
    #expect(second.components(separatedBy: "<tr id=").count - 1 == 10)
    let id = try #require(
      second.components(separatedBy: "<tr id=\"p").dropFirst().first?.prefix { $0.isNumber })
    let done = site.post(unit + "?page=2", ["project": String(id), "amount": "1"])
    #expect(done["Location"]?.hasPrefix(unit + "?page=2&done=") == true)
    #expect(site.get(unit + "?page=9").status == 200)
  }
}
