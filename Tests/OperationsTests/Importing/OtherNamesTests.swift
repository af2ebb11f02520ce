import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing

@testable import Operations

/// A project keeps its name; what else lists call it finds it, too. 测试数据
@Suite struct OtherNamesTests {
  private let lists: ReportedLists
  private let columns = "总投资（万元）"

  init() throws {
    lists = ReportedLists(scratch: try ScratchLedger())
    try lists.take("市工信局", 3, columns, ["远岭陶瓷釉料生产线,8000"])
  }

  @Test func `凭相像找到项目的清单不给项目改名，它的叫法记作曾用名`() throws {
    let rows = ["远岭釉料生产线,8000"]
    let prepared = try lists.take("柳城县发改局", 3, columns, rows)
    #expect(prepared.plan.rows[0].changes.map(\.key) == [FieldKey(.otherNames)])
    #expect(try lists.value("name") == "远岭陶瓷釉料生产线")
    #expect(try lists.value("other_names") == "远岭釉料生产线")
    #expect(try !lists.prepare("柳城县发改局", 3, columns, rows).hasEffect)
    // Found by it: shown, searched, matched.
    #expect(try lists.scratch.operations.show("远岭釉料生产线").project.id == 1)
    #expect(
      try lists.scratch.operations.list(QuestionOptions(filter: ["q": ["远岭釉料生产线"]])).content
        .projects
        .count == 1)
    let other = try lists.prepare("市商务局", 3, "备注", ["远岭釉料生产线,甲"]).plan
    #expect(other.rows[0].known?.id == 1)
    #expect(!other.rows[0].changes.contains { $0.key == FieldKey(.name) })
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `按项目代码找到的照改，原来的名称留作曾用名，找得到`() throws {
    try lists.edit("code", "2509-140602-89-05-864976")
    let row = "远岭高端釉料园,2509-140602-89-05-864976"
    try lists.take("市工信局", 4, "项目代码", [row])
    #expect(try lists.value("name") == "远岭高端釉料园")
    #expect(try lists.value("other_names") == "远岭陶瓷釉料生产线")
    #expect(try lists.scratch.operations.show("远岭陶瓷釉料生产线").project.id == 1)
    let found = try lists.scratch.operations.list(QuestionOptions(filter: ["q": ["陶瓷釉料"]])).content
    #expect(found.projects.map(\.id) == [1])
    // Who calls it by the former name finds it and does not name it back.
    let plan = try lists.prepare("市商务局", 4, "备注", ["远岭陶瓷釉料生产线,甲"]).plan
    #expect(plan.rows[0].known?.id == 1 && plan.rows[0].changes.map(\.key) == [FieldKey(.remark)])
    try lists.scratch.undo(try lists.scratch.operations.entries(limit: 1).first)
    #expect(try lists.value("name") == "远岭陶瓷釉料生产线" && lists.value("other_names") == nil)
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `合并后留下的项目也叫并入项目的名称，值的文件和单元格都还在`() throws {
    try lists.take("柳城县发改局", 3, "投资方,备注", ["白沙渡码头,码头公司,三月报"])
    let plan = try lists.scratch.operations.mergePlan("2", into: "1", taking: [])
    _ = try lists.scratch.operations.merge(plan, reason: "测试数据")
    let view = try lists.scratch.operations.show("白沙渡码头")
    #expect(view.project.id == 1)
    #expect(view.origins[FieldKey(.remark)]?.cell == "D3")
    let owners = try #require(view.statements[FieldKey(.investor)])
    let county = try #require(owners.first { $0.sender == "柳城县发改局" })
    #expect(county.value == .text("码头公司") && county.origin.cell == "C3")
    #expect(county.origin.fileName == "清单.csv" && county.month?.text == "2026-03")
  }
}
