import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing

@testable import Operations

/// When a merge is taken back, what was said under the gone project's name is no word about the one that stayed.
/// 测试数据
@Suite struct UndoneMergeTests {
  private let lists: ReportedLists
  private let owner = "市发展改革委"
  private let county = "鹿寨县发改局"
  private let columns = "总投资（万元）"

  init() throws {
    lists = ReportedLists(scratch: try ScratchLedger())
    try lists.take(owner, 3, columns, ["远岭冷库,8000"])
    try lists.take(county, 3, columns, ["白沙渡码头,5000"])
  }

  private func merge() throws -> Entry {
    let plan = try lists.scratch.operations.mergePlan("2", into: "1", taking: [])
    return try lists.scratch.operations.merge(plan, reason: "测试数据")
  }

  private func waiting() throws -> [String] {
    try lists.scratch.operations.queue([.difference, .conflict]).items.map(\.id.text)
  }

  @Test func `合并后报来的不同，撤销合并就不再等在留下的项目上`() throws {
    let merge = try merge()
    try lists.take(county, 4, columns, ["白沙渡码头,5500"])
    #expect(try waiting() == ["difference:1:鹿寨县发改局:total_investment"])
    try lists.scratch.undo(merge)
    #expect(try waiting().isEmpty)
    let statements =
      try lists.scratch.operations.show("1").statements[FieldKey(.totalInvestment)] ?? []
    #expect(statements.map(\.sender) == [owner])
    #expect(try lists.scratch.operations.verify().isEmpty)
    // Taking that back brings the word back.
    try lists.scratch.undo(try lists.scratch.operations.entries(limit: 1).first)
    #expect(try waiting() == ["difference:1:鹿寨县发改局:total_investment"])
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `撤销以后，那家单位的清单说的又是它自己的项目`() throws {
    let merge = try merge()
    try lists.take(county, 4, columns, ["白沙渡码头,5500"])
    try lists.scratch.undo(merge)
    try lists.take(county, 5, columns, ["白沙渡码头,6000"])
    let records = try lists.scratch.snapshot()
    #expect(records[1]?.money(.totalInvestment)?.wanYuan == "8000")
    #expect(records[2]?.money(.totalInvestment)?.wanYuan == "6000")
    #expect(try waiting().isEmpty)
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `并入的项目上待核的不同，合并后在留下的项目上仍待核；撤销合并又在原处`() throws {
    try lists.take(owner, 3, columns, ["白沙渡码头,7000"])
    let before = try waiting()
    #expect(before == ["difference:2:鹿寨县发改局:total_investment"])
    let merge = try merge()
    #expect(try waiting() == ["difference:1:鹿寨县发改局:total_investment"])
    let open = try #require(try lists.scratch.operations.disagreements().first)
    #expect(open.said.value == .money(Money(fen: 5_000_000_000)) && open.said.origin.cell == "C3")
    #expect(try lists.scratch.operations.verify().isEmpty)
    try lists.scratch.undo(merge)
    #expect(try waiting() == before)
    #expect(try lists.scratch.operations.verify().isEmpty)
    // What was decided of the one that went is not asked about once more where the same stands.
    _ = try self.merge()
    let next = try #require(try lists.scratch.operations.disagreements().first)
    _ = try lists.scratch.operations.settle(next, .hand, reason: nil)
    #expect(try waiting().isEmpty)
  }

  private func said(_ project: Int, _ field: Field = .totalInvestment) throws -> [String: String] {
    let words = try lists.scratch.operations.show(String(project)).statements[FieldKey(field)] ?? []
    return Dictionary(uniqueKeysWithValues: words.map { ($0.sender, $0.value.canonical) })
  }

  private func wanYuan(_ project: ProjectID) throws -> String? {
    try lists.scratch.snapshot()[project]?.money(.totalInvestment)?.wanYuan
  }

  @Test func `合并期间报来的，撤销合并后是它自己项目的说法和数，来源是那份清单的单元格`() throws {
    let merge = try merge()
    try lists.take(county, 4, columns, ["白沙渡码头,5500"], file: "四月.csv")
    try lists.scratch.undo(merge)
    #expect(try said(1).keys.sorted() == [owner])
    #expect(try said(2).keys.sorted() == [county])
    #expect(try wanYuan(1) == "8000")
    #expect(try wanYuan(2) == "5500")
    let origin = try lists.scratch.operations.show("2").origins[FieldKey(.totalInvestment)]
    #expect(origin?.fileName == "四月.csv")
    #expect(origin?.cell == "C3")
    // It was said: the same list changes nothing, and nothing waits.
    #expect(
      try lists.prepare(county, 4, columns, ["白沙渡码头,5500"]).plan.rows.map(\.action)
        == [.unchanged])
    #expect(try waiting().isEmpty)
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `合并期间补进留下项目的数，撤销后随它的项目走，不重复计`() throws {
    let merge = try merge()
    let works = "总投资（万元）,2026年1-4月完成投资（万元）"
    try lists.take(county, 4, works, ["白沙渡码头,5000,300"])
    let done = FieldKey(.done, try #require(Period.months(2026, 1, 4)))
    #expect(try lists.record(1)[done] != nil)
    try lists.scratch.undo(merge)
    #expect(try lists.record(1)[done] == nil)
    #expect(try lists.record(2)[done] == .money(Money(fen: 300_000_000)))
    #expect(try lists.scratch.operations.verify().isEmpty)
    // Taking that back, and that again, brings both back.
    let undo = try #require(try lists.scratch.operations.entries(limit: 1).first)
    try lists.scratch.undo(undo)
    #expect(try lists.record(1)[done] == .money(Money(fen: 300_000_000)))
    try lists.take(county, 5, columns, ["白沙渡码头,5200"])
    try lists.scratch.undo(merge)
    #expect(try lists.record(2)[done] == .money(Money(fen: 300_000_000)))
    #expect(try wanYuan(2) == "5200")
    #expect(try lists.record(1)[done] == nil)
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `两个项目都报的单位，撤销后各行的说法归各自的项目，有别家说的等人定`() throws {
    try lists.take(owner, 3, columns, ["远岭冷库,8000", "白沙渡码头,5000"])
    let merge = try merge()
    let answer = try DecisionFile(
      yaml: """
        sender: \(owner)
        decisions:
        - kind: project
          value: 白沙渡码头
          canonical: 1
        """.utf8)
    try lists.take(owner, 4, columns, ["远岭冷库,8100"])
    try lists.take(owner, 4, columns, ["白沙渡码头,5600"], decisions: answer)
    try lists.scratch.undo(merge)
    let both = try (said(1), said(2))
    #expect(both.0.mapValues { Money(fen: Int64($0) ?? 0).wanYuan } == [owner: "8100"])
    #expect(
      both.1.mapValues { Money(fen: Int64($0) ?? 0).wanYuan } == [owner: "5600", county: "5000"])
    #expect(try wanYuan(1) == "8100")
    #expect(try wanYuan(2) == "5000")
    #expect(try waiting().map { $0.contains(":2:\(owner):total_investment") } == [true])
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `从没报过的单位用并入的名称报来的，撤销后归并入的项目；用留下的名称的归留下的`() throws {
    let merge = try merge()
    try lists.take("示例局", 4, "投资方", ["白沙渡码头,示例投资集团"])
    try lists.take("样本局", 4, "投资方", ["远岭冷库,样本投资集团"])
    try lists.scratch.undo(merge)
    #expect(try said(1, .investor) == ["样本局": "样本投资集团"])
    #expect(try said(2, .investor) == ["示例局": "示例投资集团"])
    #expect(try lists.record(2).text(.investor) == "示例投资集团")
    #expect(try lists.scratch.operations.verify().isEmpty)
  }
}
