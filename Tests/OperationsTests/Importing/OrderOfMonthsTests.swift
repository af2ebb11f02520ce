import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing

@testable import Operations

/// A sender's lists count in the order of their months, whatever order they come in. 测试数据
@Suite struct OrderOfMonthsTests {
  private let lists: ReportedLists
  private let county = "鹿寨县发改局"

  init() throws { lists = ReportedLists(scratch: try ScratchLedger()) }

  private func april() throws {
    try lists.take(
      county, 4, "总投资（万元）,2026年4月完成投资（万元）,形象进度", ["远岭冷库,8000,300,封顶"])
  }

  private func march(_ total: String = "7000") throws -> PreparedImport {
    try lists.prepare(
      county, 3, "总投资（万元）,2026年3月完成投资（万元）,形象进度", ["远岭冷库,\(total),200,打桩"])
  }

  @Test func `比最新一期早的清单不改现值，只补当月数和当月形象进度，方案里说明`() throws {
    try april()
    let prepared = try march()
    #expect(try lists.json(prepared)["older_than"] as? String == "2026-04")
    #expect(
      prepared.plan.rows[0].changes.map(\.key.text) == ["done.2026-03", "monthly_progress.2026-03"])
    _ = try lists.scratch.operations.commit(prepared)
    #expect(try lists.value("total_investment") == "8000000000")
    #expect(try lists.value("progress") == "封顶")
    #expect(try lists.value("done.2026-03") == "200000000")
    #expect(try lists.value("monthly_progress.2026-03") == "打桩")
    #expect(try !march().hasEffect)
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `早的清单不抹去晚的清单的说法，下月照旧比较`() throws {
    try april()
    _ = try lists.scratch.operations.commit(try march())
    let may = try lists.prepare(county, 5, "总投资（万元）", ["远岭冷库,8000"])
    #expect(may.plan.rows[0].changes.isEmpty && may.plan.rows[0].kept.isEmpty)
    #expect(try lists.json(may)["older_than"] is NSNull)
  }

  @Test func `早的清单里的本年累计，是截至那个月的累计`() throws {
    try lists.take(county, 4, "2026年完成投资（万元）", ["远岭冷库,900"])
    try lists.take(county, 3, "2026年完成投资（万元）", ["远岭冷库,600"])
    #expect(try lists.value("done.2026") == "900000000")
    #expect(try lists.value("done.2026-01..03") == "600000000")
  }

  @Test func `清单没写截至，按最晚一个当月数算`() throws {
    try april()
    let unstated = try lists.prepare(
      county, nil, "总投资（万元）,2026年3月完成投资（万元）,2026年5月完成投资（万元）", ["远岭冷库,7000,200,"])
    #expect(unstated.plan.list.asOfMonth == 3)
    #expect(unstated.plan.voice.olderThan?.text == "2026-04")
  }

  @Test func `别的单位的清单、没注明单位的清单，不因为这个单位报过更晚的就算旧`() throws {
    try april()
    for sender in ["柳城县发改局", nil] {
      let plan = try lists.prepare(sender, 3, "备注", ["远岭冷库,冷库公司"]).plan
      #expect(plan.voice.olderThan == nil)
      #expect(plan.rows[0].changes.count == 1)
    }
  }

  @Test func `没注明单位的清单各是各的：不说别的清单的项目不见了，一字不差的行也不算新的说法`() throws {
    let columns = "总投资（万元）"
    let rows = ["远岭冷库,8000", "白沙码头,70"]
    try lists.take(nil, nil, columns, rows, file: "甲.csv")
    let other = try lists.prepare(nil, nil, columns, ["远岭冷库,8000"], file: "乙.csv")
    #expect(!other.hasEffect && other.plan.notInFile.isEmpty)
    try lists.edit("total_investment", "9000万元")
    #expect(try !lists.prepare(nil, nil, columns, rows, file: "乙.csv").hasEffect)
    try lists.take(nil, nil, columns, ["白沙码头,80"], file: "乙.csv")
    let view = try lists.scratch.operations.show("2")
    #expect(view.statements[FieldKey(.totalInvestment)]?.map(\.sender) == ["/乙", "/甲"])
    // The same file's list of another month goes on.
    let next = try lists.prepare(nil, nil, columns, ["远岭冷库,8000"], file: "甲（5月）.csv")
    #expect(next.plan.notInFile.map(\.name) == ["白沙码头"])
  }

  @Test func `形象进度与上月一字不差也算报了，没报的月份就是没有`() throws {
    let columns = "总投资（万元）,形象进度"
    try lists.take(county, 3, columns, ["远岭冷库,8000,打桩", "白沙码头,70,前期"])
    let april = try lists.take(county, 4, columns, ["远岭冷库,8100,打桩"])
    #expect(april.plan.rows[0].changes.map(\.key.text) == ["total_investment"])
    try lists.take(county, 5, columns, ["远岭冷库,8100,打桩"])
    func months(_ project: String) throws -> [String] {
      try lists.scratch.operations.show(project).months.filter { $0.progress != nil }.map(
        \.period.text)
    }
    #expect(try months("1") == ["2026-03", "2026-04", "2026-05"])
    #expect(try months("2") == ["2026-03"])
    #expect(try !lists.prepare(county, 4, columns, ["远岭冷库,8100,打桩"]).hasEffect)
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `新一期清单一字未变也记一张凭证，记一次`() throws {
    let columns = "总投资（万元）"
    try lists.take(county, 3, columns, ["远岭冷库,8000"])
    let april = try lists.prepare(county, 4, columns, ["远岭冷库,8000"])
    #expect(april.hasEffect)
    let entry = try #require(try lists.scratch.operations.commit(april))
    #expect(entry.counts.unchanged == 1 && entry.counts.updated == 0)
    #expect(try !lists.prepare(county, 4, columns, ["远岭冷库,8000"]).hasEffect)
    let words = try #require(
      try lists.scratch.operations.show("1").statements[FieldKey(.totalInvestment)]?.first)
    #expect(words.month?.text == "2026-04")
  }
}
