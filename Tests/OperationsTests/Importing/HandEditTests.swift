import Foundation
import Intake
import Ledger
import Storage
import Testing

@testable import Operations

/// A hand edit stands: no list writes over it, whoever sent it, whatever month it is of; it waits. 测试数据
@Suite struct HandEditTests {
  private let lists: ReportedLists
  private let owner = "柳州市发展和改革委员会"
  private let county = "鹿寨县发改局"

  init() throws { lists = ReportedLists(scratch: try ScratchLedger()) }

  /// The conflicts that wait: whose word, against what of the ledger, saying what.
  private func waiting() throws -> [String] {
    try lists.scratch.operations.queue([.conflict]).items.map { item in
      ([item.sender] + item.sides.map { $0.says.entries.first?.value.canonical ?? "空" })
        .joined(separator: " ")
    }
  }

  @Test func `手工改过的，从没说过这一项的单位报来，月份早晚都不覆盖，等人定`() throws {
    try lists.take(county, 4, "备注", ["远岭冷库,甲公司"])
    try lists.edit("remark", "乙公司")
    for (month, place) in [(3, "丙公司"), (5, "丁公司")] {
      try lists.take("市商务局", month, "备注", ["远岭冷库,\(place)"])
      #expect(try lists.value("remark") == "乙公司")
      #expect(try waiting() == ["市商务局 乙公司 \(place)"])
    }
    // What its sender says again is no news.
    try lists.take(county, 5, "备注", ["远岭冷库,甲公司"])
    #expect(try lists.value("remark") == "乙公司")
    #expect(try waiting().count == 1)
    let item = try #require(try lists.scratch.operations.queue([.conflict]).items.first)
    _ = try lists.scratch.operations.settle([PendingAnswer(item.id, .list)], reason: nil)
    #expect(try lists.value("remark") == "丁公司")
    #expect(try waiting().isEmpty)
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `归口单位初次报的和手工改的不同，也先问`() throws {
    try lists.take(county, 3, "总投资（万元）", ["远岭冷库,5000"])
    try lists.edit("total_investment", "6500万元")
    try lists.take(owner, 4, "总投资（万元）", ["远岭冷库,6000"])
    #expect(try lists.value("total_investment") == "6500000000")
    #expect(try waiting() == ["\(owner) 6500000000 6000000000"])
  }

  @Test func `手工清空的，清单再报一样的不写，报别的等人定，定了就有数`() throws {
    try lists.take(county, 3, "总投资（万元）", ["远岭冷库,5000"])
    try lists.edit("total_investment", "")
    try lists.take(county, 4, "总投资（万元）", ["远岭冷库,5000"])
    #expect(try lists.value("total_investment") == nil)
    #expect(try waiting().isEmpty)
    try lists.take(county, 5, "总投资（万元）", ["远岭冷库,5200"])
    #expect(try lists.value("total_investment") == nil)
    #expect(try waiting() == ["\(county) 空 5200000000"])
    let operations = lists.scratch.operations
    let item = try #require(try operations.queue([.conflict]).items.first)
    let kept = try operations.settle([PendingAnswer(item.id, .left)], reason: nil)
    #expect(try waiting().isEmpty && lists.value("total_investment") == nil)
    try lists.scratch.undo(try #require(kept.first))
    #expect(try waiting().count == 1)
    _ = try operations.settle([PendingAnswer(item.id, .list)], reason: nil)
    #expect(try lists.value("total_investment") == "5200000000")
    #expect(try operations.show("1").origins[FieldKey(.totalInvestment)]?.cell == "C3")
    #expect(try waiting().isEmpty)
    #expect(try operations.verify().isEmpty)
  }

  @Test func `牵头单位写上自己是责任单位，说的进度照样等人定，不丢`() throws {
    let columns = "牵头单位,责任单位"
    try lists.take(owner, 3, columns, ["远岭冷库,市工业和信息化局,鹿寨县人民政府"])
    try lists.take("市工业和信息化局", 3, "形象进度", ["远岭冷库,打桩"])
    try lists.take("市商务局", 3, "责任单位,形象进度", ["远岭冷库,市商务局,封顶"])
    #expect(try lists.value("progress") == "打桩")
    let items = try lists.scratch.operations.queue([.difference]).items
    #expect(items.compactMap(\.key?.text).sorted() == ["progress", "responsible_units"])
  }
}
