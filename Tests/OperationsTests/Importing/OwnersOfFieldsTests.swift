import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing
import Wording

@testable import Operations

/// Whose word counts: owners of fields, and months among equals. 测试数据
@Suite struct OwnersOfFieldsTests {
  private let lists: ReportedLists
  private let owner = "柳州市发展和改革委员会"
  private let county = "鹿寨县发改局"
  private let columns = "总投资（万元）,备注"

  init() throws { lists = ReportedLists(scratch: try ScratchLedger()) }

  private func take(_ sender: String, _ month: Int?, _ total: String, _ body: String = "") throws {
    try lists.take(sender, month, columns, ["远岭冷库,\(total),\(body)"])
  }

  @Test func `归口单位报过的数，别的单位报得不同不覆盖，作为差异待核`() throws {
    try take(owner, 3, "8000")
    let prepared = try lists.prepare(county, 4, columns, ["远岭冷库,7000,"])
    let plan = prepared.plan
    let told = try lists.json(prepared)["differences"] as? [[String: Any]]
    #expect(
      told?.first?["list"] as? String == "7000" && told?.first?["senders"] as? [String] == [owner])
    #expect(plan.rows[0].changes.isEmpty)
    #expect(plan.rows[0].conflicts.map(\.against) == [.senders([owner])])
    try take(county, 4, "7000")
    #expect(try lists.value("total_investment") == "8000000000")
    let open = try #require(try lists.scratch.operations.disagreements().first)
    #expect(open.kind == .difference && open.said.sender == county)
    #expect(open.said.value == .money(Money(fen: 7_000_000_000)))
    #expect(open.said.month?.text == "2026-04" && open.said.origin.cell == "C3")
    #expect(open.standingSenders == [owner] && open.standingMonth?.text == "2026-03")
    // Said again it stays what it was, and is no news.
    #expect(try !lists.prepare(county, 4, columns, ["远岭冷库,7000,"]).hasEffect)
    #expect(try lists.scratch.operations.disagreements().count == 1)
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `归口单位报过的数，别的单位也报过，清空也要人定；没有别人报过的照清`() throws {
    try take(owner, 3, "8000")
    try take(county, 3, "8000", "征地中")
    let plan = try lists.prepare(
      county, 4, columns, ["远岭冷库,,"], clear: ["总投资", "备注"]
    ).plan
    #expect(plan.rows[0].changes.map(\.key) == [FieldKey(.remark)])
    #expect(plan.rows[0].conflicts.map(\.key) == [FieldKey(.totalInvestment)])
    #expect(plan.rows[0].conflicts.map(\.against) == [.senders([owner])])
    let own = try lists.prepare(owner, 4, columns, ["远岭冷库,,"], clear: ["总投资"]).plan
    #expect(own.rows[0].changes.map(\.key) == [FieldKey(.totalInvestment)])
  }

  @Test func `归口单位后报，覆盖别人的；别人的说法一样待核，和先后没有关系`() throws {
    try take(county, 4, "7000")
    try take(owner, 3, "8000")
    #expect(try lists.value("total_investment") == "8000000000")
    #expect(try lists.scratch.operations.disagreements().map(\.said.sender) == [county])
    // What it says again changes nothing.
    #expect(try !lists.prepare(county, 4, columns, ["远岭冷库,7000,"]).hasEffect)
  }

  @Test func `采用差异，写上所报单元格的出处；撤销后仍待核`() throws {
    try take(owner, 3, "8000")
    try take(county, 4, "7000")
    let open = try #require(try lists.scratch.operations.disagreements().first)
    let entry = try lists.scratch.operations.settle(open, .list, reason: "按现场核定")
    #expect(try lists.value("total_investment") == "7000000000")
    let origin = try lists.scratch.operations.show("1").origins[FieldKey(.totalInvestment)]
    #expect(origin?.cell == "C3" && origin?.fileName == "清单.csv")
    #expect(try lists.scratch.operations.disagreements().isEmpty)
    #expect(try lists.scratch.operations.verify().isEmpty)
    // A person decided: another sender's word does not overwrite it.
    try lists.take("柳城县发改局", 6, columns, ["远岭冷库,6000,"])
    #expect(try lists.value("total_investment") == "7000000000")
    _ = try lists.scratch.operations.undo(
      try lists.scratch.operations.undoPlan(of: entry.number), reason: nil)
    #expect(try lists.value("total_investment") == "8000000000")
    #expect(try lists.scratch.operations.disagreements().contains { $0.said.sender == county })
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `采用的是这个值，不是归口：再报别的数，仍待核；归口单位的说法留着`() throws {
    try take(owner, 3, "8000")
    try take(county, 3, "7000")
    let open = try #require(try lists.scratch.operations.disagreements().first)
    _ = try lists.scratch.operations.settle(open, .list, reason: nil)
    try take(owner, 4, "8000")
    try take(county, 4, "7500")
    #expect(try lists.value("total_investment") == "7000000000")
    let next = try #require(try lists.scratch.operations.disagreements().first)
    #expect(next.said.sender == county && next.said.value == .money(Money(fen: 750_000_000_0)))
    let statements =
      try lists.scratch.operations.show("1").statements[FieldKey(.totalInvestment)] ?? []
    #expect(statements.map(\.value.canonical) == ["8000000000", "7500000000"])
    _ = try lists.scratch.operations.settle(next, .list, reason: nil)
    #expect(try lists.value("total_investment") == "7500000000")
    #expect(try lists.scratch.operations.disagreements().isEmpty)
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test(arguments: [true, false])
  func `另写的值也记住，不再问`(isByFile: Bool) throws {
    try take(owner, 3, "8000")
    if isByFile {
      let answers = try DecisionFile(
        yaml: "conflicts:\n- {project: 1, field: total_investment, resolution: 7800}".utf8)
      try lists.take(county, 4, columns, ["远岭冷库,7000,"], decisions: answers)
    } else {
      try take(county, 4, "7000")
      let item = try #require(try lists.scratch.operations.queue([.difference]).items.first)
      _ = try lists.scratch.operations.settle([PendingAnswer(item.id, .value("7800"))], reason: nil)
    }
    #expect(try lists.value("total_investment") == "7800000000")
    #expect(try lists.scratch.operations.queue([.difference, .conflict]).items.isEmpty)
    try take(county, 5, "7000")
    #expect(try lists.scratch.operations.queue([.difference, .conflict]).items.isEmpty)
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `全是待核的行，方案不说变更`() throws {
    try take(owner, 3, "8000")
    let plan = try lists.prepare(county, 4, columns, ["远岭冷库,7000,"]).plan
    #expect(plan.count(.changed) == 0 && plan.count(.unchanged) == 1)
  }

  @Test func `各方所报的月份和单元格是同一份清单的`() throws {
    try lists.take(owner, 3, "总投资（万元）,备注", ["远岭冷库,8000,甲"], file: "三月.csv")
    try lists.take(owner, 4, "总投资（万元）,备注", ["远岭冷库,8000,甲"], file: "四月.csv")
    try lists.take(owner, 5, "总投资（万元）,备注", ["远岭冷库,8000,"], file: "五月.csv")
    let statements = try lists.scratch.operations.show("1").statements
    func told(_ field: Field) -> [String] {
      (statements[FieldKey(field)] ?? []).map {
        "\($0.month?.text ?? "") \($0.origin.fileName ?? "")"
      }
    }
    #expect(told(.totalInvestment) == ["2026-05 五月.csv"])
    #expect(told(.remark) == ["2026-04 四月.csv"])
  }

  @Test func `不采用就记住，双方说法不变不再问，变了再问`() throws {
    try take(owner, 3, "8000")
    try take(county, 4, "7000")
    let open = try #require(try lists.scratch.operations.disagreements().first)
    _ = try lists.scratch.operations.settle(open, .hand, reason: nil)
    #expect(try lists.scratch.operations.disagreements().isEmpty)
    try take(county, 5, "7000")
    #expect(try lists.scratch.operations.disagreements().isEmpty)
    try take(county, 6, "7500")
    #expect(try lists.scratch.operations.disagreements().count == 1)
    #expect(try lists.value("total_investment") == "8000000000")
  }

  @Test func `两家都要改同一个值，答案不能都采用；一家采用、一家不采用，都不再问`() throws {
    try take(owner, 3, "8000")
    try take(county, 4, "7000")
    try take("市投资促进局", 4, "6000")
    let operations = lists.scratch.operations
    let open = try operations.disagreements()
    #expect(open.count == 2)
    let entries = try operations.entries(limit: 100).count
    #expect {
      try operations.settle(open.map { PendingAnswer($0.waitingID, .list) }, reason: nil)
    } throws: {
      if case OperationError.contraryAnswers = $0 { true } else { false }
    }
    #expect(try operations.entries(limit: 100).count == entries)
    // Whatever comes first in the file.
    for order in [open, open.reversed()] {
      let answers = order.map {
        PendingAnswer($0.waitingID, $0.said.sender == county ? .list : .left)
      }
      let written = try operations.settle(answers, reason: nil)
      #expect(written.count == 2)
      #expect(try lists.value("total_investment") == "7000000000")
      #expect(try operations.disagreements().isEmpty)
      for entry in written.reversed() {
        _ = try operations.undo(try operations.undoPlan(of: entry.number), reason: nil)
      }
      #expect(try operations.disagreements().count == 2)
    }
    #expect(try operations.verify().isEmpty)
  }

  @Test func `差异也可以在认定文件里定，清单重复自己时也行`() throws {
    try take(owner, 3, "8000")
    try take(county, 4, "7000")
    let decisions = try DecisionFile(
      yaml:
        "sender: \(county)\nconflicts:\n- project: 1\n  field: total_investment\n  resolution: hand\n"
        .utf8)
    try lists.take(county, 4, columns, ["远岭冷库,7000,"], decisions: decisions)
    #expect(try lists.value("total_investment") == "8000000000")
    #expect(try lists.scratch.operations.disagreements().isEmpty)
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test(arguments: [true, false])
  func `同级的以月份晚的为准，先后不论`(isEarlierFirst: Bool) throws {
    let reports = [("鹿寨县发改局", 3, "甲公司"), ("柳城县发改局", 5, "乙公司")]
    try lists.take(owner, 1, "总投资（万元）", ["远岭冷库,8000"])
    for (sender, month, body) in isEarlierFirst ? reports : reports.reversed() {
      try lists.take(sender, month, "备注", ["远岭冷库,\(body)"])
    }
    #expect(try lists.value("remark") == "乙公司")
    #expect(try lists.scratch.operations.disagreements().isEmpty)
  }

  @Test func `没有归口单位报过的空白，谁都可以填`() throws {
    try take(owner, 3, "", "甲公司")
    try take(county, 4, "7000")
    #expect(try lists.value("total_investment") == "7000000000")
  }

  @Test func `手工改的数，归口单位真的改了才是冲突，别的单位初次报也不覆盖`() throws {
    try take(owner, 3, "8000")
    try lists.edit("total_investment", "8500万元")
    try take(county, 4, "7000")
    #expect(try lists.value("total_investment") == "8500000000")
    #expect(try lists.scratch.operations.disagreements().map(\.kind) == [.conflict])
    try take(owner, 4, "8000")
    #expect(try lists.value("total_investment") == "8500000000")
    let plan = try lists.prepare(owner, 5, columns, ["远岭冷库,8600,"]).plan
    #expect(plan.rows[0].conflicts.map(\.against) == [.person])
  }

  @Test func `完成投资由项目的牵头、责任单位归口`() throws {
    let columns = "牵头单位,责任单位,2026年3月完成投资（万元）"
    try lists.take("市工信局", 3, columns, ["远岭冷库,市工业和信息化局,鹿寨县人民政府,100"])
    try lists.take("市商务局", 4, "2026年3月完成投资（万元）", ["远岭冷库,150"])
    #expect(try lists.value("done.2026-03") == "100000000")
    try lists.take(county, 4, "2026年3月完成投资（万元）", ["远岭冷库,120"])
    #expect(try lists.value("done.2026-03") == "120000000")
    #expect(try lists.scratch.operations.disagreements().map(\.said.sender) == ["市商务局"])
  }

  @Test(arguments: ["iit、drc", "iit > drc", "iit，drc"])
  func `归口写了几家，先列的名次在前，后列的报得晚也不覆盖，待核`(owners: String) throws {
    try setOwners("planning", owners)
    try take("市工信局", 3, "5000")
    try take(owner, 4, "6100")
    #expect(try lists.value("total_investment") == "5000000000")
    #expect(try lists.scratch.operations.disagreements().map(\.said.sender) == [owner])
  }

  @Test func `用等号连接的几家名次相同，月份晚的为准；项目的牵头、责任单位就是这样`() throws {
    try setOwners("planning", "iit = drc、invest-promo")
    try take("市工信局", 3, "5000")
    try take(owner, 4, "6100")
    try take("市投资促进局", 5, "6300")
    #expect(try lists.value("total_investment") == "6100000000")
    #expect(try lists.scratch.operations.disagreements().map(\.said.sender) == ["市投资促进局"])
    let words = "牵头单位,责任单位,存在问题"
    try lists.take("市工信局", 3, words, ["白沙渡码头,市工业和信息化局,鹿寨县人民政府,用地未批"])
    try lists.take(county, 4, "存在问题", ["白沙渡码头,等电"])
    #expect(try lists.record(2).text(.problems) == "等电")
  }

  private func setOwners(_ group: String, _ owners: String) throws {
    _ = try lists.scratch.operations.setItem(
      .setting, code: "authority", isNew: false,
      [(path: "groups.\(group).owners", text: owners)], reason: "测试数据")
  }

  @Test func `归口改了，按改后的算，留痕`() throws {
    _ = try lists.scratch.operations.setItem(
      .setting, code: "authority", isNew: false,
      [(path: "groups.planning.owners", text: "鹿寨县人民政府 > drc")], reason: "测试数据")
    try take(owner, 3, "8000")
    try take(county, 3, "7000")
    #expect(try lists.value("total_investment") == "7000000000")
  }

  @Test func `各方所报逐条列出：单位、值、月份、单元格`() throws {
    try take(owner, 3, "8000", "甲公司")
    try take(county, 4, "7000", "甲公司")
    try take(county, 5, "7000", "乙公司")
    let view = try lists.scratch.operations.show("1")
    let words = try #require(view.statements[FieldKey(.totalInvestment)])
    #expect(words.map(\.sender).sorted() == [owner, county].sorted())
    let own = try #require(words.first { $0.sender == county })
    #expect(own.month?.text == "2026-05" && own.origin.cell == "C3")
    let json = try JSONSerialization.jsonObject(
      with: Data(view.json(withHistory: false).text.utf8))
    let statements = (json as? [String: Any])?["statements"] as? [String: [[String: Any]]]
    let said = try #require(
      statements?["total_investment"]?.first { $0["sender"] as? String == county })
    #expect(said["value"] as? String == "7000" && said["month"] as? String == "2026-05")
    #expect((said["source"] as? [String: Any])?["cell"] as? String == "C3")
  }
}
