import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing
import Wording

@testable import Operations

/// One office is one sender, however it spells itself. 测试数据
@Suite struct SameSenderTests {
  private let lists: ReportedLists
  private static let spellings = ["柳州市发展和改革委员会", "市发展改革委", "市发改委", "柳州市发展改革委"]

  init() throws { lists = ReportedLists(scratch: try ScratchLedger()) }

  @Test func `一家单位几种写法，月份、各方所报、未到的清单都是一家`() throws {
    let operations = lists.scratch.operations
    for (place, sender) in Self.spellings.enumerated() {
      try lists.take(sender, place + 3, "总投资（万元）", ["远岭冷库,\(8_000 + place)"])
    }
    #expect(try lists.value("total_investment") == "8003000000")
    let statements = try operations.show("1").statements[FieldKey(.totalInvestment)] ?? []
    #expect(statements.map(\.sender) == [Self.spellings[0]])
    #expect(statements[0].month?.text == "2026-06")
    #expect(try operations.queue().items.isEmpty)
    let older = try lists.prepare("发改委", 3, "总投资（万元）", ["远岭冷库,1"])
    #expect(try lists.json(older)["older_than"] as? String == "2026-06")
  }

  @Test(arguments: spellings) func `待办、认定、版式用哪种写法都找得到`(sender: String) throws {
    let operations = lists.scratch.operations
    try lists.take(Self.spellings[0], 3, "总投资（万元）,所属产业链", ["远岭冷库,8000,轴瓦制造"])
    #expect(try operations.queue(sender: sender).items.map(\.name) == ["轴瓦制造"])
    _ = try operations.decide(
      DecisionFile(
        yaml: "sender: \(sender)\ndecisions:\n- {kind: chain, value: 轴瓦制造, canonical: 新能源}".utf8),
      reason: nil)
    #expect(try operations.queue().items.isEmpty)
    #expect(try operations.decisions(sender: sender).count == 1)
    #expect(try operations.recipe(of: sender).sender == Self.spellings[0])
    let next = try lists.prepare(sender, 4, "总投资（万元）,所属产业链", ["远岭冷库,8000,轴瓦制造"])
    #expect(next.plan.list.asks.isEmpty)
  }

  @Test func `单位的科室报来的算单位报的，按单位的位次`() throws {
    try lists.take("市发展改革委", 3, "总投资（万元）", ["远岭冷库,8000"])
    try lists.take("市商务局", 3, "总投资（万元）", ["远岭冷库,8000"])
    try lists.take("市发改委投资科", 4, "总投资（万元）", ["远岭冷库,8100"])
    #expect(try lists.value("total_investment") == "8100000000")
    let statements =
      try lists.scratch.operations.show("1").statements[FieldKey(.totalInvestment)] ?? []
    #expect(Set(statements.map(\.sender)) == ["市发展改革委", "市商务局"])
    let catalogue = try Catalogue.shipped()
    #expect(
      catalogue.unit(ofSender: "市发改委投资科") == catalogue.unit(ofSender: "市发展改革委"))
  }

  @Test func `待办问一家没有报过的单位，说没有，提示相近的`() throws {
    try lists.take("市投资促进局", 3, "总投资（万元）", ["远岭冷库,8000"])
    #expect(throws: OperationError.unknownSender("市投资局", nearest: ["市投资促进局"])) {
      try lists.scratch.operations.queue(sender: "市投资局")
    }
  }

  static let offices: [(String, String, isSame: Bool)] = [
    ("柳州市发展和改革委员会", "发改委", true), ("鹿寨县发改局", "鹿寨县发展和改革局", true),
    ("鹿寨县发改局", "鹿寨县商务局", false), ("鹿寨县发改局", "柳城县发改局", false),
    ("鹿寨县发改局", "市发展改革委", false), ("鹿寨县发改局", "鹿寨县人民政府", false),
    ("市发改委投资科", "市发展改革委", true), ("市发改委投资科", "市发改委产业科", true),
    ("鹿寨县发改局投资股", "鹿寨县发改局", true), ("鹿寨县发改局投资股", "市发展改革委", false),
    ("鹿寨县招商促进局招商一科", "鹿寨县招商促进局", true), ("鹿寨县招商一科", "鹿寨县人民政府", false),
    ("市投资促进局招商服务中心", "市投资促进局", false), ("示例平台公司投资处", "示例平台公司", false),
    ("示例平台公司", "示例 平台公司", true), ("示例平台公司", "示例平台有限公司", false),
  ]

  @Test(arguments: offices)
  func `县里的局是县里的，不是市里的，也不是县里别的局`(one: String, other: String, isSame: Bool) throws {
    #expect(try Catalogue.shipped().isSameSender(one, other) == isSame)
  }
}
