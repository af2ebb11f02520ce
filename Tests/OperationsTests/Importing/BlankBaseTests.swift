import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing

@testable import Operations

/// A blank is a base, and what is said more coarsely says nothing against what is said closer. 测试数据
@Suite struct BlankBaseTests {
  private let lists: ReportedLists
  private let county = "鹿寨县发改局"

  init() throws { lists = ReportedLists(scratch: try ScratchLedger()) }

  @Test func `单位留了空白，有人填了，清单再说别的就是冲突`() throws {
    try lists.take(county, 3, "备注,投资方", ["远岭冷库,,甲"])
    try lists.edit("remark", "冷库公司")
    let prepared = try lists.prepare(county, 4, "备注,投资方", ["远岭冷库,制冰公司,甲"])
    let conflict = try #require(prepared.plan.rows[0].conflicts.first)
    #expect(conflict.base == nil && conflict.against == .person)
    _ = try lists.scratch.operations.commit(prepared)
    #expect(try lists.value("remark") == "冷库公司")
    let open = try #require(try lists.scratch.operations.disagreements().first)
    #expect(open.kind == .conflict)
    _ = try lists.scratch.operations.settle(open, .hand, reason: nil)
    #expect(try lists.scratch.operations.disagreements().isEmpty)
    #expect(try lists.prepare(county, 5, "备注,投资方", ["远岭冷库,制冰公司,乙"]).plan.rows[0].conflicts.isEmpty)
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `没有这一列的单位没留过空白，初次说，手工填的也不覆盖`() throws {
    try lists.take(county, 3, "投资方", ["远岭冷库,甲"])
    try lists.edit("remark", "冷库公司")
    let plan = try lists.prepare(county, 4, "备注", ["远岭冷库,制冰公司"]).plan
    #expect(plan.rows[0].conflicts.map(\.against) == [.person] && plan.rows[0].changes.isEmpty)
  }

  @Test func `空白的冲突可以在认定文件里定`() throws {
    try lists.take(county, 3, "备注", ["远岭冷库,"])
    try lists.edit("remark", "冷库公司")
    let decisions = try DecisionFile(
      yaml: "sender: \(county)\nconflicts:\n- project: 1\n  field: remark\n  resolution: list\n"
        .utf8
    )
    try lists.take(county, 4, "备注", ["远岭冷库,制冰公司"], decisions: decisions)
    #expect(try lists.value("remark") == "制冰公司")
  }

  @Test(arguments: ["2026年", "2026年下半年", "2026年11月"])
  func `说得粗的日期，包含台账里的就什么也不改`(text: String) throws {
    try lists.take(county, 3, "计划竣工时间", ["远岭冷库,2026年11月"])
    let again = try lists.take(county, 4, "计划竣工时间", ["远岭冷库,\(text)"])
    #expect(again.plan.rows[0].changes.isEmpty && again.plan.rows[0].conflicts.isEmpty)
    #expect(try lists.value("finish_planned") == "2026-11")
    let back = try lists.take(county, 5, "计划竣工时间", ["远岭冷库,2026年11月"])
    #expect(back.plan.rows[0].changes.isEmpty && back.plan.rows[0].agreed.isEmpty)
  }

  @Test func `说得粗但对不上的照改，说得更细的也照改`() throws {
    try lists.take(county, 3, "计划竣工时间", ["远岭冷库,2026年11月"])
    try lists.take(county, 4, "计划竣工时间", ["远岭冷库,2027年"])
    #expect(try lists.value("finish_planned") == "2027")
    try lists.take(county, 5, "计划竣工时间", ["远岭冷库,2027年5月"])
    #expect(try lists.value("finish_planned") == "2027-05")
  }

  @Test func `起止年限粗写，不抹去细写的两头`() throws {
    try lists.take(county, 3, "起止年限", ["远岭冷库,2026年11月至2027年9月"])
    let plan = try lists.prepare(county, 4, "起止年限", ["远岭冷库,2026-2027"]).plan
    #expect(plan.rows[0].changes.isEmpty)
  }
}
