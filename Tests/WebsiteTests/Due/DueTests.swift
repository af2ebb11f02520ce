import Intake
import Ledger
import Operations
import Reports
import Storage
import Testing

@testable import Website

/// What units report each month on their page.
@Suite struct DueTests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  @Test func `填当月数，写进的是本年累计；本月无变化累计不变`() throws {
    let due = try site.operations.due(QuestionOptions(filter: [:]))
    #expect(due.edition.month == 3)
    let item = try #require(try site.operations.dueItems([1], of: due).first)
    #expect(item.doneBefore == Money("1500"))
    let unit = due.edition.catalogue.name(of: .unit, item.units[0])
    let address = Address("due", unit).text
    _ = site.post(address, ["project": "1", "amount": "1,400", "progress": "封顶"])
    let after = try site.operations.show("1").project
    #expect(after.yearToDate(.done, year: 2026, through: 3)?.amount == Money("2900"))
    #expect(after.record.text(.progress) == "封顶")
    _ = site.post(address, ["project": "1", "unchanged": "yes"])
    let same = try site.operations.show("1").project
    #expect(same.yearToDate(.done, year: 2026, through: 3)?.amount == Money("1500"))
  }

  @Test func `不在应报之列的不受理，空的不受理`() throws {
    let before = try site.operations.standing().revision
    #expect(site.post("/due/全部", ["project": "4", "amount": "1"]).status == 422)
    #expect(site.post("/due/全部", ["project": "1"]).status == 422)
    #expect(site.post("/due/全部", ["project": "1", "amount": "看不懂"]).status == 422)
    #expect(try site.operations.standing().revision == before)
  }

  @Test func `改报当月的数，当月、本年累计和全年的数说的是同一笔钱`() throws {
    _ = try site.operations.edit(
      "1",
      [
        Assignment(field: "done.2026-03", text: "900"),
        Assignment(field: "done.2026", text: "2400"),
        Assignment(field: "done.2026-01..03", text: "2400"),
      ], reason: "测试")
    let due = try site.operations.due(QuestionOptions(filter: [:]))
    let unit = try #require(try site.operations.dueItems([1], of: due).first).units[0]
    let address = Address("due", due.edition.catalogue.name(of: .unit, unit)).text
    #expect(site.post(address, ["project": "1", "amount": "0.11亿"]).status == 303)
    let after = try site.operations.show("1").project
    let year = try #require(Period.year(2026))
    let month = try #require(Period.month(2026, 3))
    #expect(after.record.money(.done, month) == Money("1100"))
    #expect(after.record.money(.done, year) == Money("2600"))
    #expect(after.yearToDate(.done, year: 2026, through: 3)?.amount == Money("2600"))
  }

  @Test func `打开页面之后别人改过，不写，说现在的数`() throws {
    let revision = String(try site.operations.show("1").project.revision)
    let due = try site.operations.due(QuestionOptions(filter: [:]))
    let unit = try #require(try site.operations.dueItems([1], of: due).first).units[0]
    let address = Address("due", due.edition.catalogue.name(of: .unit, unit)).text
    let first = site.post(address, ["project": "1", "amount": "11", "revision": revision])
    #expect(first.status == 303)
    let second = site.post(address, ["project": "1", "amount": "12", "revision": revision])
    #expect(second.status == 409 && second.text.contains("有人改过"))
    #expect(
      try site.operations.show("1").project.yearToDate(.done, year: 2026, through: 3)?.amount
        == Money("1511"))
  }

  @Test func `以前的月份照样看，填报只填最近的月份`() throws {
    let unit = Address("due", "市工业和信息化局").text
    let now = site.get(unit).text
    #expect(now.contains("3月要报的"))
    #expect(now.contains("method=\"post\" action=\"\(unit)"))
    let before = site.get(unit + "?month=2026-02").text
    #expect(before.contains("2月要报的"))
    #expect(!before.contains("method=\"post\" action=\"\(unit)"))
    // Every link of the page to a month keeps to it; the latest is where nobody asks.
    #expect(before.contains("href=\"\(unit)\""))
    #expect(before.contains("show=open"))
    #expect(before.contains("month=2026-02&amp;show=open"))
  }
}
