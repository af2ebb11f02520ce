import Foundation
import Intake
import Ledger
import Operations
import Reports
import Storage
import Testing
import Wording

@testable import Website

/// A month that no list has brought yet: reported project by project, while the books stand where they stood.
@Suite struct DueAheadTests {
  private let site: TestSite
  private let unit = Address("due", "全部").text
  private let april = "?month=2026-04"

  init() throws {
    // The list reaches March; it is May by now.
    site = try TestSite(daysLater: 45)
  }

  private func due(_ month: String? = nil) throws -> MonthlyDue {
    try site.operations.due(QuestionOptions(filter: month.map { ["month": [$0]] } ?? [:]))
  }

  private func open(_ due: MonthlyDue) throws -> [ProjectID] {
    try site.operations.dueProjects(due, of: .all, reported: false)
  }

  @Test func `没有清单报到的月份，到本月为止都能选；以后的不能填`() throws {
    let page = site.get("/due").text
    #expect(page.contains("4 月") && page.contains("5 月") && !page.contains("6 月"))
    #expect(try due().isAhead == false)
    #expect(try due("2026-04").isAhead)
    #expect(site.get(unit + april).text.contains("method=\"post\""))
    #expect(!site.get(unit + "?month=2026-06").text.contains("name=\"amount\""))
    #expect(site.post(unit + "?month=2026-06", ["project": "1", "amount": "5"]).status == 422)
    #expect(site.get(unit + april).text.contains("台账和报表现在截至3月"))
  }

  @Test func `一个单位先报4月，台账和报表还截至3月，累计不变；并入之后截至4月，一张凭证，可撤销`() throws {
    let before = try site.operations.standing()
    #expect(before.month == 3)
    let sentence = try site.operations.overview(QuestionOptions(filter: [:])).sentence
    let first = try due("2026-04")
    let ids = try open(first)
    let known = try #require(
      try site.operations.dueItems(ids, of: first).first { $0.doneBefore != nil })
    let id = known.figures.id
    let answer = site.post(unit + april, ["project": String(id), "amount": "10", "progress": "封顶"])
    #expect(answer.status == 303, "\(answer.text)")
    #expect(try site.operations.standing().month == 3)
    #expect(try site.operations.overview(QuestionOptions(filter: [:])).sentence == sentence)
    let after = try due("2026-04")
    #expect(after.all.reported == first.all.reported + 1 && after.all.apart == 1)
    #expect(try open(after) == ids.filter { $0 != id })
    #expect(site.get("/due" + april).text.contains("并入本年累计：1 项"))
    #expect(try due().all == due().all && due().all.apart == 0)
    // Carried over, the ledger reaches April.
    let carried = site.post("/due" + april)
    #expect(carried.status == 303)
    #expect(try site.operations.standing().month == 4)
    let sum = try #require(known.doneBefore?.adding(Money(fen: 1_000_000 * 10)))
    #expect(
      try site.operations.show(String(id)).project.yearToDate(.done, year: 2026, through: 4)?.amount
        == sum)
    #expect(try due().all.apart == 0)
    let entry = try site.operations.standing().revision
    _ = site.post(
      "/entries/\(entry)/undo",
      ["effect": site.hidden("effect", in: site.get("/entries/\(entry)/undo"))])
    #expect(try site.operations.standing().month == 3)
  }

  @Test func `各月都单独有数的，报了就截至那个月，先问一次`() throws {
    _ = try site.operations.edit(
      "1",
      (1...3).map { Assignment(field: "done.2026-0\($0)", text: "100") }, reason: "测试")
    let asked = site.post(unit + april, ["project": "1", "amount": "100"])
    #expect(asked.status == 200 && asked.text.contains("台账和报表就截至 4 月"))
    #expect(try site.operations.standing().month == 3)
  }

  @Test func `中间有月份没报的，当月数记着，不当零并入；补上之后能并入`() throws {
    let april = try due("2026-04")
    let known = try #require(
      try site.operations.dueItems(try open(april), of: april).first { $0.doneBefore != nil })
    let id = known.figures.id
    let may = "?month=2026-05"
    #expect(site.post(unit + may, ["project": String(id), "amount": "10"]).status == 303)
    let gap = try due("2026-05")
    #expect(gap.all.apart == 1 && gap.all.carriable == 0)
    #expect(
      try #require(try site.operations.dueItems([id], of: gap).first).doneBefore == nil)
    let page = site.get("/due" + may).text
    #expect(page.contains("<b>1</b> 项缺以前月份的数") && !page.contains("并入本年累计：1 项"))
    #expect(site.get(unit + may).text.contains("未并入累计：缺以前月份的数"))
    let revision = try site.operations.standing().revision
    _ = site.post("/due" + may)
    #expect(try site.operations.standing().revision == revision)
    #expect(try site.operations.standing().month == 3)
    #expect(
      site.post(unit + self.april, ["project": String(id), "amount": "5"]).status == 303)
    #expect(try due("2026-05").all.carriable == 1)
    #expect(site.post("/due" + may).status == 303)
    let sum = try #require(known.doneBefore?.adding(Money(fen: 1_000_000 * 15)))
    #expect(
      try site.operations.show(String(id)).project.yearToDate(.done, year: 2026, through: 5)?.amount
        == sum)
  }

  @Test func `全部本月无变化不替人答问题：会让台账换月份的那一项留着`() throws {
    _ = try site.operations.edit(
      "1",
      (1...3).map { Assignment(field: "done.2026-0\($0)", text: "100") }, reason: "测试")
    let page = site.get(unit + april + "&show=open").text
    #expect(page.contains("另有 1 项报了台账就截至4月"))
    let revision = try site.operations.show("1").project.revision
    let other = try #require(try open(due("2026-04")).first { $0 != 1 })
    let looked = [
      "1:\(revision)", "\(other):\(try site.operations.show(String(other)).project.revision)",
    ]
    let answer = site.post(
      unit + april,
      Query(
        [Query.Item(name: "all", value: "unchanged")]
          + looked.map { Query.Item(name: "looked", value: $0) }))
    #expect(answer.status == 303, "\(answer.text)")
    #expect(try site.operations.standing().month == 3)
    let left = try open(due("2026-04"))
    #expect(left.contains(1) && !left.contains(other))
  }

  @Test func `小于0、超过计划余数、上月十倍以上，问一次，再交就写`() throws {
    let now = try due()
    let item = try #require(
      try site.operations.dueItems(try site.operations.dueProjects(now, of: .all), of: now).first {
        $0.figures.plan != nil && $0.doneBefore != nil
      })
    let id = String(item.figures.id)
    for (amount, words) in [("-5", "小于 0"), ("99999999", "超过年度计划")] {
      let revision = try site.operations.standing().revision
      let asked = site.post(unit, ["project": id, "amount": amount])
      #expect(asked.status == 200)
      #expect(asked.text.contains(words) && asked.text.contains("value=\"\(amount)\""))
      #expect(try site.operations.standing().revision == revision)
      let looked = asked.text.components(separatedBy: "name=\"looked\" value=\"").dropFirst()
        .map { $0.components(separatedBy: "\"")[0] }
      let again = site.post(
        unit,
        Query(
          [Query.Item(name: "project", value: id), Query.Item(name: "amount", value: amount)]
            + looked.filter { !$0.contains(":") }.map { Query.Item(name: "looked", value: $0) }))
      #expect(again.status == 303, "\(again.text)")
      #expect(try site.operations.standing().revision == revision + 1)
    }
    #expect(MonthRemark.all(of: Money(fen: 100), rest: nil, monthBefore: Money(fen: 10)).count == 1)
    #expect(MonthRemark.all(of: Money(fen: 99), rest: nil, monthBefore: Money(fen: 10)).isEmpty)
  }

  @Test func `全部本月无变化是一张凭证，一起撤销；缺项在这里补`() throws {
    let before = try due("2026-04")
    let ids = try open(before)
    let page = site.get(unit + "?show=open&month=2026-04").text
    let looked = page.components(separatedBy: "name=\"looked\" value=\"").dropFirst()
      .map { $0.components(separatedBy: "\"")[0] }
    #expect(looked.count == ids.count)
    let revision = try site.operations.standing().revision
    let answer = site.post(
      unit + "?show=open&month=2026-04",
      Query(
        [Query.Item(name: "all", value: "unchanged")]
          + looked.map { Query.Item(name: "looked", value: $0) }))
    #expect(answer.status == 303 && answer["Location"]?.contains("show=open") == true)
    #expect(try site.operations.standing().revision == revision + 1)
    #expect(try open(due("2026-04")).isEmpty)
    // What is missing is filled in beside the month.
    let now = try due()
    let gap = try #require(
      try site.operations.dueItems(
        try site.operations.dueProjects(now, of: .all, lacking: true), of: now
      )
      .first { $0.missing.contains { $0.kind == .text } })
    let field = try #require(gap.missing.first { $0.kind == .text })
    let filled = site.post(
      unit + "?show=gaps", ["project": String(gap.figures.id), "v.\(field.id)": "测试补填"])
    #expect(filled.status == 303, "\(filled.text)")
    #expect(try site.operations.show(String(gap.figures.id)).project.record.text(field) == "测试补填")
    #expect(try due().all.missing == now.all.missing - 1)
    let gaps = site.get(unit + "?show=gaps").text
    #expect(gaps.contains("data-total=\"\(now.all.missing - 1)\""))
    let book = site.get(Address("due", "市工业和信息化局", "book.xlsx").text)
    #expect(book.status == 200 && book["Content-Type"] == BookDownload.type)
  }

  @Test func `读作什么，边填边说`() throws {
    #expect(
      site.get("/reading?field=total_investment&text=1.5%E4%BA%BF").text.contains("15,000 万元"))
    #expect(site.get("/reading?field=total_investment&text=abc").text.contains("fault"))
    #expect(site.get("/reading?field=nothing&text=abc").status == 400)
  }
}
