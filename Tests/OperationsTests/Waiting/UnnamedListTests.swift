import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing

@testable import Operations

/// Words and columns of lists that name no sender belong to their lists, and can be answered. 测试数据
@Suite struct UnnamedListTests {
  private let scratch: ScratchLedger

  init() throws { scratch = try ScratchLedger() }

  private func take(_ file: String, _ name: String) throws {
    let text = "项目名称,所属产业链,亮灯\n\(name),轴瓦制造,绿\n"
    _ = try scratch.operations.commit(
      try scratch.operations.prepare(
        ReceivedFile(name: file, bytes: Array(text.utf8)), ImportOptions(year: 2026)))
  }

  private func waiting() throws -> [PendingItem] {
    try scratch.operations.queue([.word, .header]).items
  }

  @Test func `没写报送单位的清单，各份各等各的，答一份只管那一份`() throws {
    try take("甲表.csv", "甲溪轴瓦厂（测试数据）")
    try take("乙表.csv", "乙溪齿轮厂（测试数据）")
    #expect(try waiting().map(\.file) == ["甲表.csv", "乙表.csv", "甲表.csv", "乙表.csv"])
    for item in try waiting() where item.file == "甲表.csv" {
      let answer =
        item.id.kind == .word
        ? "decisions:\n- {id: '\(item.id.text)', kind: chain, value: 轴瓦制造, canonical: 新能源}"
        : "headers:\n- {id: '\(item.id.text)', path: 亮灯, field: remark}"
      _ = try scratch.operations.decide(DecisionFile(yaml: answer.utf8), reason: nil)
    }
    #expect(try waiting().map(\.file) == ["乙表.csv", "乙表.csv"])
    #expect(try scratch.snapshot()[1]?[.chain] == .reference("new-energy"))
    #expect(try scratch.snapshot()[1]?.text(.remark) == "绿")
    #expect(try scratch.snapshot()[2]?[.chain] == nil)
    // The next list by that name speaks the same words.
    try take("甲表（2026年4月）.csv", "丙溪轴承厂（测试数据）")
    #expect(try scratch.snapshot()[3]?[.chain] == .reference("new-energy"))
    #expect(try waiting().map(\.file) == ["乙表.csv", "乙表.csv"])
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `没写报送单位的清单，文件名一样也不一定是一家：月份早的不改月份晚的，方案写明`() throws {
    let lists = ReportedLists(scratch: scratch)
    try lists.take(nil, 4, "备注", ["远岭冷库,甲"], file: "甲县/清单.csv")
    let plan = try lists.prepare(nil, 3, "备注", ["远岭冷库,乙"], file: "乙县/清单.csv").plan
    #expect(plan.rows[0].changes.isEmpty)
    #expect(plan.rows[0].asides.map(\.reason) == [.outdated])
    try lists.take(nil, 5, "备注", ["远岭冷库,丙"], file: "甲县/清单.csv")
    #expect(try lists.value("remark") == "丙")
    #expect(try scratch.operations.queue([.missing, .list]).items.isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `没写报送单位也没写月份，文件名一样：后到的为准，方案写明，谁都不悄悄盖掉`() throws {
    let lists = ReportedLists(scratch: scratch)
    try lists.take(nil, nil, "备注", ["远岭冷库,甲"], file: "甲县/清单.csv")
    let plan = try lists.prepare(nil, nil, "备注", ["远岭冷库,乙"], file: "乙县/清单.csv").plan
    #expect(plan.rows[0].changes.map(\.key) == [FieldKey(.remark)])
    #expect(plan.rows[0].asides.map(\.reason) == [.equals])
    // Of one month as well.
    try lists.take(nil, 4, "备注", ["白沙渡码头,甲"], file: "甲县/表.csv")
    let other = try lists.prepare(nil, 4, "备注", ["白沙渡码头,乙"], file: "乙县/表.csv").plan
    #expect(other.rows[0].asides.map(\.reason) == [.equals])
  }
}
