import Foundation
import Intake
import Ledger
import Storage
import Testing

@testable import Operations

/// An answer about a project that its sender reports no longer holds until the sender reports it again. 测试数据
@Suite struct NoLongerReportedTests {
  private let lists: ReportedLists

  init() throws { lists = ReportedLists(scratch: try ScratchLedger()) }

  private func take(_ month: Int, _ names: [String]) throws {
    try lists.take("市发展改革委", month, "总投资（万元）", names.map { "\($0),\(8_000 + month)" })
  }

  private func waiting() throws -> [WaitingItem] {
    try lists.scratch.desk.queue([.missing]).items
  }

  @Test func `说了看过就不再提，直到又报了又不报`() throws {
    let (all, without) = (["远岭冷库", "白沙渡码头"], ["远岭冷库"])
    try take(2, all)
    try take(3, without)
    let item = try #require(try waiting().first)
    #expect(item.id.text == "missing:2:市发展改革委:2026-03")
    try take(4, without)
    #expect(try waiting().map(\.id) == [item.id])
    _ = try lists.scratch.desk.settle([WaitingAnswer(item.id, .left)], reason: nil)
    #expect(try waiting().isEmpty)
    try take(5, without)
    #expect(try waiting().isEmpty)
    try take(6, all)
    #expect(try waiting().isEmpty)
    try take(7, without)
    #expect(try waiting().map(\.id.text) == ["missing:2:市发展改革委:2026-07"])
  }
}
