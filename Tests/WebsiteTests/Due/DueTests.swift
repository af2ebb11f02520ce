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
    let due = try site.desk.due(QuestionOptions(filter: [:]))
    #expect(due.edition.month == 3)
    let item = try #require(due.projects.first { $0.figures.id == 1 })
    #expect(item.doneBefore == Money("1500"))
    let unit = due.edition.catalogue.name(of: .unit, item.units[0])
    let address = Address("due", unit).text
    _ = site.post(address, ["project": "1", "amount": "1,400", "progress": "封顶"])
    let after = try site.desk.show("1").project
    #expect(after.yearToDate(.done, year: 2026, through: 3)?.amount == Money("2900"))
    #expect(after.record.text(.progress) == "封顶")
    _ = site.post(address, ["project": "1", "unchanged": "yes"])
    let same = try site.desk.show("1").project
    #expect(same.yearToDate(.done, year: 2026, through: 3)?.amount == Money("1500"))
  }

  @Test func `不在应报之列的不受理，空的不受理`() throws {
    let before = try site.desk.standing().revision
    #expect(site.post("/due/全部", ["project": "4", "amount": "1"]).status == 422)
    #expect(site.post("/due/全部", ["project": "1"]).status == 422)
    #expect(site.post("/due/全部", ["project": "1", "amount": "-5"]).status == 422)
    #expect(try site.desk.standing().revision == before)
  }
}
