import Foundation
import Ledger
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
    let plan = try lists.scratch.desk.mergePlan("2", into: "1", taking: [])
    return try lists.scratch.desk.merge(plan, reason: "测试数据")
  }

  private func waiting() throws -> [String] {
    try lists.scratch.desk.queue([.difference, .conflict]).items.map(\.id.text)
  }

  @Test func `合并后报来的不同，撤销合并就不再等在留下的项目上`() throws {
    let merge = try merge()
    try lists.take(county, 4, columns, ["白沙渡码头,5500"])
    #expect(try waiting() == ["difference:1:鹿寨县发改局:total_investment"])
    try lists.scratch.undo(merge)
    #expect(try waiting().isEmpty)
    let statements = try lists.scratch.desk.show("1").statements[FieldKey(.totalInvestment)] ?? []
    #expect(statements.map(\.sender) == [owner])
    #expect(try lists.scratch.desk.verify().isEmpty)
    // Taking that back brings the word back.
    try lists.scratch.undo(try lists.scratch.desk.entries(limit: 1).first)
    #expect(try waiting() == ["difference:1:鹿寨县发改局:total_investment"])
    #expect(try lists.scratch.desk.verify().isEmpty)
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
    #expect(try lists.scratch.desk.verify().isEmpty)
  }
}
