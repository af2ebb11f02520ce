import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing

@testable import Operations

/// What a held row says of its own month is not lost when its sender's next list comes. 测试数据
@Suite struct HeldMonthTests {
  private let scratch: ScratchLedger
  private let sender = "测试县"

  init() throws { scratch = try ScratchLedger() }

  private func take(
    _ month: Int, _ name: String, done: Int, _ progress: String, total: Int = 8_000
  ) throws {
    let text = """
      项目推进情况（截至2026年\(month)月底）
      序号,项目名称,业主,县区,总投资（万元）,2026年\(month)月完成投资（万元）,形象进度
      1,\(name),测试园区公司,柳北区,\(total),\(done),\(progress)
      """
    _ = try scratch.operations.commit(
      try scratch.operations.prepare(
        ReceivedFile(name: "\(month)月.csv", bytes: Array(text.utf8)),
        ImportOptions(year: 2026, sender: sender)))
  }

  private func waiting() throws -> [PendingItem] { try scratch.operations.queue([.row]).items }

  private func months() throws -> [String] {
    try scratch.operations.show("1").months.map {
      "\($0.period.lastMonth) \($0.own?.wanYuan ?? "") \($0.progress ?? "")"
    }
  }

  @Test func `下个月的清单认得出这个项目了，上个月待核的行还在等，答了就补上那个月的数`() throws {
    try take(2, "测试岭标准厂房", done: 100, "打桩")
    try take(3, "测试岭标准厂房二期", done: 200, "基础")
    #expect(try waiting().count == 1)
    _ = try scratch.operations.edit(
      "1", [Assignment(field: "曾用名", text: "测试岭标准厂房二期")], reason: nil)
    try take(4, "测试岭标准厂房二期", done: 300, "封顶")
    let item = try #require(try waiting().first)
    #expect(item.file == "3月.csv")
    _ = try scratch.operations.settle([PendingAnswer(item.id, .project(1))], reason: nil)
    #expect(try months() == ["2 100 打桩", "3 200 基础", "4 300 封顶"])
    #expect(try scratch.snapshot()[1]?.text(.progress) == "封顶")
    #expect(try waiting().isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
  }

  static let choices: [PendingAnswer.Choice] = [.project(1), .new]

  @Test(arguments: choices)
  func `几个月都待核的，只问最近一份，答案对以前各月的也算数`(choice: PendingAnswer.Choice) throws {
    try take(2, "测试岭标准厂房", done: 100, "打桩")
    try take(3, "测试岭标准厂房二期", done: 200, "基础")
    try take(4, "测试岭标准厂房二期", done: 300, "封顶")
    let items = try waiting()
    #expect(items.map(\.file) == ["4月.csv"])
    _ = try scratch.operations.settle([PendingAnswer(items[0].id, choice)], reason: nil)
    let project = choice == .new ? "2" : "1"
    let record = try scratch.operations.show(project).project.record
    let done = [3, 4].map { Period.month(2026, $0).flatMap { record.money(.done, $0)?.wanYuan } }
    #expect(done == ["200", "300"])
    #expect(record.text(.progress) == "封顶")
    #expect(try scratch.operations.show(project).months.suffix(2).map(\.progress) == ["基础", "封顶"])
    #expect(try waiting().isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
    for entry in try scratch.operations.entries(limit: 10) where entry.kind != .setup {
      let plan = try scratch.operations.undoPlan(of: entry.number)
      if plan.takesSomethingBack, entry.kind != .undo { try scratch.undo(entry) }
    }
    #expect(try scratch.snapshot().isEmpty)
  }

  @Test(arguments: choices)
  func `四月的先到、三月的后到，问的还是四月那一行，答了两个月都写上，现值是四月的`(choice: PendingAnswer.Choice) throws {
    try take(2, "测试岭标准厂房", done: 100, "打桩")
    try take(4, "测试岭标准厂房二期", done: 300, "封顶", total: 9_100)
    try take(3, "测试岭标准厂房二期", done: 200, "基础", total: 9_000)
    let items = try waiting()
    #expect(items.map(\.file) == ["4月.csv"])
    // The same list again is no news.
    let before = try scratch.operations.entries(limit: 1)
    try take(3, "测试岭标准厂房二期", done: 200, "基础", total: 9_000)
    #expect(try scratch.operations.entries(limit: 1) == before)
    _ = try scratch.operations.settle([PendingAnswer(items[0].id, choice)], reason: nil)
    let project = choice == .new ? "2" : "1"
    let view = try scratch.operations.show(project)
    #expect(view.project.record.money(.totalInvestment) == Money(fen: 9_100_000_000))
    #expect(view.project.record.text(.progress) == "封顶")
    #expect(view.months.suffix(2).map { $0.own?.wanYuan } == ["200", "300"])
    #expect(view.months.suffix(2).map(\.progress) == ["基础", "封顶"])
    #expect(try waiting().isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
    for entry in try scratch.operations.entries(limit: 10) where entry.kind != .setup {
      let plan = try scratch.operations.undoPlan(of: entry.number)
      if plan.takesSomethingBack, entry.kind != .undo { try scratch.undo(entry) }
    }
    #expect(try scratch.snapshot().isEmpty)
    #expect(try scratch.operations.queue().items.isEmpty)
  }

  @Test func `没有自己月份的数，后一份清单就替了前一份`() throws {
    try take(2, "测试岭标准厂房", done: 100, "打桩")
    let plain = "项目名称,业主,县区,总投资（万元）\n测试岭标准厂房二期,测试园区公司,柳北区,"
    for sum in [8_000, 8_500] {
      _ = try scratch.operations.commit(
        try scratch.operations.prepare(
          ReceivedFile(name: "\(sum).csv", bytes: Array((plain + String(sum)).utf8)),
          ImportOptions(year: 2026, sender: sender)))
    }
    #expect(try waiting().map(\.file) == ["8500.csv"])
  }
}
