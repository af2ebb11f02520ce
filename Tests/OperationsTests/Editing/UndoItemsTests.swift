import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing

@testable import Operations

/// Acts that alter the catalogue are taken back like any other (测试数据).
@Suite struct UndoItemsTests {
  let scratch: ScratchLedger

  init() throws { scratch = try ScratchLedger() }

  @discardableResult
  private func undo(_ entry: Int64) throws -> Entry {
    try scratch.operations.undo(try scratch.operations.undoPlan(of: entry), reason: nil)
  }

  private func items(_ kind: CatalogueKind) throws -> [CatalogueItem] {
    try scratch.operations.catalogue().items(of: kind)
  }

  @Test func `上报数撤销后没有了，撤销的撤销又有了`() throws {
    let before = try items(.figure)
    let entry = try scratch.operations.report(
      "汽车产值", value: "460亿元", period: "2026-01..03", basis: "快报")
    let reported = try items(.figure)
    #expect(reported.count == before.count + 1)
    let plan = try scratch.operations.undoPlan(of: entry.number)
    #expect(plan.takesSomethingBack)
    #expect(plan.revertedItems.map(\.isWithdrawn) == [true])
    let undone = try undo(entry.number)
    #expect(try items(.figure) == before)
    try undo(undone.number)
    #expect(try items(.figure) == reported)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `任务环节撤销后是原来的环节，之后又登记过的保留`() throws {
    let first = try scratch.operations.advance(task: "2.6", to: "落实", note: nil, document: nil)
    let state = try items(.task)
    let second = try scratch.operations.advance(task: "2.6", to: "督办", note: nil, document: nil)
    let plan = try scratch.operations.undoPlan(of: first.number)
    #expect(!plan.takesSomethingBack)
    #expect(plan.keptItems.map(\.reason) == [.altered(by: second.number)])
    #expect(throws: StorageError.nothingToUndo(entry: first.number)) { try undo(first.number) }
    try undo(second.number)
    #expect(try items(.task) == state)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `认定撤销后又问；新增的单位没有项目用才撤`() throws {
    let list = "项目名称,责任单位\n甲溪轴瓦厂（测试数据）,县轴承办\n"
    let decisions = try DecisionFile(
      yaml: "decisions:\n- {kind: unit, value: 县轴承办, new: 东山县轴承产业办公室}".utf8)
    let file = ReceivedFile(name: "清单.csv", bytes: Array(list.utf8))
    let sender = "东山县项目办"
    let units = try items(.unit)
    let imported = try #require(
      try scratch.operations.commit(
        scratch.operations.prepare(file, ImportOptions(sender: sender, decisions: decisions))))
    let decided = imported.number - 1
    #expect(try items(.unit).count == units.count + 1)
    let plan = try scratch.operations.undoPlan(of: decided)
    #expect(plan.keptItems.map(\.reason) == [.inUse])
    #expect(plan.revertedItems.map(\.kind) == [.decision])
    try undo(imported.number)
    try undo(decided)
    #expect(try items(.unit) == units)
    #expect(try scratch.operations.decisions(sender: sender).isEmpty)
    let again = try scratch.operations.prepare(file, ImportOptions(sender: sender))
    #expect(again.plan.list.asks.map(\.text) == ["县轴承办"])
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `目录的改动也能撤销`() throws {
    let units = try items(.unit)
    let entry = try scratch.operations.setItem(
      .unit, code: "drc", isNew: false, [("alias", "发改口（测试数据）")], reason: nil
    ).entry
    #expect(try items(.unit) != units)
    try undo(entry.number)
    #expect(try items(.unit) == units)
  }
}
