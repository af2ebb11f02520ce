import Foundation
import Intake
import Ledger
import Matching
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

  private func waiting() throws -> [PendingItem] {
    try lists.scratch.operations.queue([.missing]).items
  }

  @Test func `说了看过就不再提，直到又报了又不报`() throws {
    let (all, without) = (["远岭冷库", "白沙渡码头"], ["远岭冷库"])
    try take(2, all)
    try take(3, without)
    let item = try #require(try waiting().first)
    #expect(item.id.text == "missing:2:市发展改革委:2026-03")
    try take(4, without)
    #expect(try waiting().map(\.id) == [item.id])
    _ = try lists.scratch.operations.settle([PendingAnswer(item.id, .left)], reason: nil)
    #expect(try waiting().isEmpty)
    try take(5, without)
    #expect(try waiting().isEmpty)
    try take(6, all)
    #expect(try waiting().isEmpty)
    try take(7, without)
    #expect(try waiting().map(\.id.text) == ["missing:2:市发展改革委:2026-07"])
  }

  @Test func `一个月分几份报，合起来才是这个月报的；下个月的一份报全`() throws {
    try take(3, ["远岭冷库", "白沙渡码头", "柳江水厂"])
    try take(4, ["远岭冷库"])
    #expect(try waiting().map(\.name).sorted() == ["柳江水厂", "白沙渡码头"].sorted())
    try take(4, ["白沙渡码头"])
    #expect(try waiting().map(\.name) == ["柳江水厂"])
    try take(5, ["远岭冷库"])
    #expect(try waiting().map(\.name).sorted() == ["柳江水厂", "白沙渡码头"].sorted())
  }

  private static let library = "总投资（万元）,2026年计划投资（万元）,建设规模及主要内容,建设性质"
  private static let monthly = "总投资（万元）,2026年1-%月完成投资（万元）,形象进度,存在问题"

  private func month(_ month: Int, _ rows: String...) throws -> PreparedImport {
    try lists.take(
      "市发展改革委", month, Self.monthly.replacing("%", with: String(month)),
      rows.map { "\($0),100,\(month * 10),打桩,无" })
  }

  private func year(_ plan: Int, _ rows: String...) throws -> PreparedImport {
    try lists.take("市发展改革委", nil, Self.library, rows.map { "\($0),100,\(plan),建厂房,新建" })
  }

  @Test func `年度项目库和月度进度表是两种清单，互不算不再报；同一种里少了的才算`() throws {
    _ = try year(50, "远岭冷库", "白沙渡码头", "柳江水厂")
    // The monthly table has two of the three, and one that is in no library.
    #expect(try month(2, "远岭冷库", "白沙渡码头", "溪口电站").plan.notInFile.isEmpty)
    #expect(try year(51, "远岭冷库", "白沙渡码头", "柳江水厂").plan.notInFile.isEmpty)
    #expect(try waiting().isEmpty)
    #expect(try month(3, "远岭冷库", "溪口电站").plan.notInFile.map(\.name) == ["白沙渡码头"])
    #expect(try waiting().map(\.id.text) == ["missing:2:市发展改革委:2026-03"])
    // A library in between answers nothing about the monthly table, nor the other way round.
    #expect(try year(52, "远岭冷库", "白沙渡码头").plan.notInFile.map(\.name) == ["柳江水厂"])
    #expect(try waiting().map(\.name).sorted() == ["柳江水厂", "白沙渡码头"])
    #expect(try month(4, "远岭冷库", "白沙渡码头", "溪口电站").plan.notInFile.isEmpty)
    #expect(try waiting().map(\.name) == ["柳江水厂"])
    #expect(try lists.scratch.operations.verify().isEmpty)
  }
}
