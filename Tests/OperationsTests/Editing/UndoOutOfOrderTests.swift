import Foundation
import Intake
import Ledger
import Storage
import Testing

@testable import Operations

/// Acts taken back in any order leave nothing of what they did, and all that others say. 测试数据
@Suite struct UndoOutOfOrderTests {
  private let lists: ReportedLists
  private let owner = "柳州市发展和改革委员会"
  private let county = "鹿寨县发改局"

  init() throws { lists = ReportedLists(scratch: try ScratchLedger()) }

  private var last: Int64 {
    get throws { try #require(try lists.scratch.operations.entries(limit: 1).first).number }
  }

  private func undo(_ entry: Int64) throws {
    _ = try lists.scratch.operations.undo(
      try lists.scratch.operations.undoPlan(of: entry), reason: nil)
  }

  @Test func `中间的清单先撤，后面的再撤，回到最前面的，不留撤了的数`() throws {
    try lists.take(county, 3, "备注", ["远岭冷库,甲"])
    try lists.take("市商务局", 4, "备注", ["远岭冷库,乙"])
    let middle = try last
    try lists.take(county, 5, "备注", ["远岭冷库,丙"])
    let newest = try last
    try undo(middle)
    #expect(try lists.value("remark") == "丙")
    try undo(newest)
    #expect(try lists.value("remark") == "甲")
    let view = try lists.scratch.operations.show("1")
    #expect(view.statements[FieldKey(.remark)]?.map(\.sender) == [county])
    // What was taken back, taken back: both say again what they said.
    let (first, second) = (try last - 1, try last)
    try undo(second)
    #expect(try lists.value("remark") == "丙")
    try undo(first)
    #expect(try lists.value("remark") == "丙")
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `撤了三月的清单，四月的清单照样报过的话还算数，等人定`() throws {
    try lists.take(county, 3, "总投资（万元）", ["远岭冷库,5000"])
    try lists.take(owner, 3, "总投资（万元）", ["远岭冷库,6000"], file: "三月.csv")
    let march = try last
    try lists.take(owner, 4, "总投资（万元）", ["远岭冷库,6000"], file: "四月.csv")
    let april = try last
    try undo(march)
    let operations = lists.scratch.operations
    #expect(try lists.value("total_investment") == "5000000000")
    let words = try operations.show("1").statements[FieldKey(.totalInvestment)] ?? []
    let own = try #require(words.first { $0.sender == owner })
    #expect(own.value.canonical == "6000000000" && own.month?.text == "2026-04")
    #expect(own.origin.fileName == "四月.csv" && own.origin.cell == "C3")
    let item = try #require(try operations.queue([.difference]).items.first)
    #expect(item.sender == owner && item.file == "四月.csv")
    #expect(try !lists.prepare(owner, 4, "总投资（万元）", ["远岭冷库,6000"]).hasEffect)
    #expect(try operations.verify().isEmpty)
    // Taken back as well, or brought back, it is as it was.
    try undo(try last)
    #expect(try lists.value("total_investment") == "6000000000")
    #expect(try operations.queue([.difference]).items.map(\.sender) == [county])
    #expect(try operations.verify().isEmpty)
    try undo(april)
    try undo(march)
    #expect(
      try operations.show("1").statements[FieldKey(.totalInvestment)]?.map(\.sender) == [county])
    #expect(try operations.queue([.difference]).items.isEmpty)
    #expect(try operations.verify().isEmpty)
  }

  @Test func `说过没有写上的话，撤了先说的那份，后来照样说的还等着`() throws {
    try lists.take(owner, 3, "总投资（万元）", ["远岭冷库,6000"])
    try lists.take(county, 3, "总投资（万元）", ["远岭冷库,5000"])
    let march = try last
    try lists.take(county, 4, "总投资（万元）", ["远岭冷库,5000"])
    try undo(march)
    #expect(try lists.scratch.operations.queue([.difference]).items.map(\.sender) == [county])
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `撤了建项目的清单，别家报过的还在：数是它报的，出处是它的单元格，好像那份没来过`() throws {
    let columns = "总投资（万元）,备注"
    try lists.take(owner, 3, columns, ["远岭冷库,6000,甲"], file: "三月.csv")
    let march = try last
    try lists.take(county, 4, "总投资（万元）", ["远岭冷库,5000"], file: "四月.csv")
    let april = try last
    let before = try lists.scratch.snapshot()
    try undo(march)
    let operations = lists.scratch.operations
    #expect(try lists.value("total_investment") == "5000000000")
    #expect(try lists.record().text(.remark) == nil && lists.record().text(.name) == "远岭冷库")
    let view = try operations.show("1")
    #expect(view.statements[FieldKey(.totalInvestment)]?.map(\.sender) == [county])
    let origin = view.origins[FieldKey(.totalInvestment)]
    #expect(origin?.fileName == "四月.csv" && origin?.cell == "C3")
    #expect(try operations.queue([.difference, .conflict]).items.isEmpty)
    #expect(try operations.verify().isEmpty)
    // The owner speaks anew: its word counts, the county's waits.
    try lists.take(owner, 5, "总投资（万元）", ["远岭冷库,6100"])
    #expect(try lists.value("total_investment") == "6100000000")
    #expect(try operations.queue([.difference]).items.map(\.sender) == [county])
    try undo(try last)
    // Taken back, the taking back; and all of it.
    try undo(try last - 2)
    #expect(try lists.scratch.snapshot() == before)
    #expect(try operations.verify().isEmpty)
    try undo(march)
    try undo(april)
    #expect(try lists.scratch.snapshot().isEmpty)
    #expect(try operations.verify().isEmpty)
  }

  @Test func `撤了盖掉的那份，等着的后一句就是现在的数；它也撤了，回到前一句`() throws {
    try lists.take(county, 3, "总投资（万元）", ["远岭冷库,5000"])
    try lists.take(owner, 4, "总投资（万元）", ["远岭冷库,6000"])
    let over = try last
    try lists.take(county, 5, "总投资（万元）", ["远岭冷库,5100"])
    let word = try last
    try undo(over)
    #expect(try lists.value("total_investment") == "5100000000")
    #expect(try lists.scratch.operations.queue([.difference, .conflict]).items.isEmpty)
    try undo(word)
    #expect(try lists.value("total_investment") == "5000000000")
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `撤了手工改的，等着的清单的数就是现在的数`() throws {
    try lists.take(county, 3, "总投资（万元）", ["远岭冷库,5000"])
    try lists.edit("total_investment", "6500万元")
    let edit = try last
    try lists.take(county, 4, "总投资（万元）", ["远岭冷库,5200"])
    #expect(try lists.value("total_investment") == "6500000000")
    try undo(edit)
    #expect(try lists.value("total_investment") == "5200000000")
    #expect(try lists.scratch.operations.queue([.difference, .conflict]).items.isEmpty)
    #expect(try lists.scratch.operations.verify().isEmpty)
  }
}
