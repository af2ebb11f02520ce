import Foundation
import Intake
import Ledger
import Storage
import Testing

@testable import Operations

/// Lists of equals are taken back: what the latest of the others said is the value. 测试数据
@Suite struct EqualSendersTests {
  private static let senders = ["市商务局", "市科技局", "市林业和园林局"]
  /// Every order in which three lists, of the months 1, 2 and 3, arrive.
  private static let orders = [
    [0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0],
  ]

  private let lists: ReportedLists

  init() throws { lists = ReportedLists(scratch: try ScratchLedger()) }

  private func say(_ sender: Int, _ text: String, months: Bool = true) throws {
    try lists.take(
      Self.senders[sender], months ? sender + 1 : nil, "备注", ["远岭冷库,\(text)"])
  }

  @discardableResult
  private func undo(_ entry: Int64) throws -> Int64? {
    let plan = try lists.scratch.operations.undoPlan(of: entry)
    if !plan.takesSomethingBack { return nil }
    return try lists.scratch.operations.undo(plan, reason: nil).number
  }

  @Test(arguments: orders) func `名次相同的三家，撤销哪一家，其余两家里月份晚的为准`(order: [Int]) throws {
    for gone in 0..<3 {
      let test = try EqualSendersTests()
      for sender in order { try test.say(sender, "说法\(sender)") }
      let before = try test.lists.scratch.snapshot()
      let entry = Int64((order.firstIndex(of: gone) ?? 0) + 2)
      let undo = try #require(try test.undo(entry))
      #expect(try test.lists.value("remark") == "说法\(gone == 2 ? 1 : 2)", "\(order) \(gone)")
      let next = gone == 2 ? 1 : 2
      let last = 3 - gone - next
      let second = try #require(
        try test.undo(Int64((order.firstIndex(of: next) ?? 0) + 2)))
      #expect(try test.lists.value("remark") == "说法\(last)", "\(order) \(gone) \(next)")
      try test.undo(second)
      try test.undo(undo)
      #expect(try test.lists.scratch.snapshot() == before)
      #expect(try test.lists.scratch.operations.verify().isEmpty)
      for number in stride(from: Int64(4), to: 1, by: -1) { try test.undo(number) }
      #expect(try test.lists.scratch.snapshot().isEmpty)
      #expect(try test.lists.scratch.operations.verify().isEmpty)
    }
  }

  @Test func `没写月份的，后到的为准`() throws {
    for sender in [0, 1, 2] { try say(sender, "说法\(sender)", months: false) }
    try undo(4)
    #expect(try lists.value("remark") == "说法1")
    try undo(3)
    #expect(try lists.value("remark") == "说法0")
  }

  @Test func `撤销以后，压着的话也只在名次不低时算数；人填的不动；粗的日期不改细的`() throws {
    let column = "总投资（万元）,备注,计划竣工时间"
    try lists.take("市工信局", 3, column, ["远岭冷库,1000,甲,2026年11月"])
    try lists.take("市发展改革委", 4, column, ["远岭冷库,3000,丙,2027年3月"])
    try lists.take("鹿寨县发改局", 2, column, ["远岭冷库,2000,乙,2026年"])
    try undo(3)
    // Equals about the total; the older month of one does not count.
    #expect(try lists.value("total_investment") == "1000000000")
    #expect(try lists.value("remark") == "甲")
    #expect(try lists.value("finish_planned") == "2026-11")
  }

  @Test func `人填过的，撤销清单以后不被压着的话改掉`() throws {
    try say(0, "说法0")
    try lists.edit("remark", "人填的")
    try say(1, "说法1")
    #expect(try lists.value("remark") == "人填的")
    try undo(2)
    #expect(try lists.value("remark") == "人填的")
  }
}
