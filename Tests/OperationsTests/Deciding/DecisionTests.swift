import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing
import Wording

@testable import Operations

/// Decisions about words and headers, with invented lists (测试数据).
@Suite struct DecisionTests {
  let scratch: ScratchLedger

  init() throws { scratch = try ScratchLedger() }

  static let east = "东山县项目办"
  static let west = "西山县项目办"

  /// A list of two projects whose words no catalogue knows.
  static let list = """
    项目名称,所属产业链,责任单位,项目阶段,总投资（万元）,亮灯
    甲溪轴瓦厂（测试数据）,轴瓦制造,县轴承办、市发展改革委,拟开工,5000,绿
    乙溪轴瓦厂（测试数据）,轴瓦制造,县轴承办,开工,6000,红
    """

  @Test func `要问的按用语归并，写明在哪些单元格`() throws {
    let asks = try prepare(Self.list, Self.east).plan.list.asks
    #expect(asks.map(\.text) == ["轴瓦制造", "县轴承办", "拟开工"])
    #expect(asks.map { $0.places.map(\.cell) } == [["B2", "B3"], ["C2", "C3"], ["D2"]])
  }

  @Test func `认定只对这个单位有效，问过不再问`() throws {
    try decide(
      """
      decisions:
      - {kind: chain, value: 轴瓦制造, canonical: 高端装备制造}
      - {kind: unit, value: 县轴承办, new: 东山县轴承产业办公室}
      - {kind: stage, value: 拟开工, canonical: 签约}
      headers:
      - {path: 亮灯, field: remark}
      """)
    let again = try prepare(Self.list, Self.east)
    #expect(again.plan.list.asks.isEmpty)
    #expect(again.plan.list.findings.isEmpty)
    #expect(again.plan.list.tables.flatMap(\.unknownColumns).isEmpty)
    let other = try prepare(Self.list, Self.west)
    #expect(other.plan.list.asks.count == 3)
    #expect(try scratch.operations.decisions(sender: Self.east).count == 4)
    #expect(try scratch.operations.decisions(sender: Self.west).isEmpty)
    let view = try scratch.operations.show("甲溪轴瓦厂（测试数据）")
    #expect(view.project.record.text(.remark) == "绿")
    #expect(view.catalogue.items(of: .unit).contains { $0.name == "东山县轴承产业办公室" })
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test(arguments: ["path", "header", "value"])
  func `表头的认定写 path、header、value 都行`(member: String) throws {
    try decide("headers:\n- {\(member): 亮灯, field: remark}")
    let again = try prepare(Self.list, Self.east)
    #expect(again.plan.list.tables.flatMap(\.unknownColumns).isEmpty)
    #expect(again.plan.rows[0].row.text(.remark) == "绿")
  }

  @Test(arguments: ["area", "zone", "district"])
  func `园区和县区的用语写 area、zone、district 都行`(kind: String) throws {
    let list = "项目名称,园区,总投资（万元）\n甲溪轴瓦厂（测试数据）,东头片,5000\n"
    let decisions = "decisions:\n- {kind: \(kind), value: 东头片, canonical: 柳东新区}"
    _ = try scratch.operations.commit(prepare(list, Self.east, decisions: decisions))
    let again = try prepare(list, Self.east)
    #expect(again.plan.list.asks.isEmpty)
    #expect(again.plan.rows[0].row[.zone] == .reference("zone-liudong"))
  }

  @Test func `表头的认定升为通用，别的单位的清单也照此读，撤销后又问`() throws {
    try decide("headers:\n- {header: 亮灯, field: remark}")
    let number = try #require(try scratch.operations.decisions(sender: nil).first?.number)
    let entry = try scratch.operations.promoteDecision(number, from: nil, until: nil, reason: nil)
    #expect(
      try prepare(Self.list, Self.west).plan.list.tables.flatMap(\.unknownColumns).isEmpty)
    _ = try scratch.operations.undo(scratch.operations.undoPlan(of: entry.number), reason: nil)
    #expect(
      try !prepare(Self.list, Self.west).plan.list.tables.flatMap(\.unknownColumns).isEmpty)
  }

  @Test func `忽略的用语不再是问题，也不再问`() throws {
    try decide("decisions:\n- {kind: unit, value: 县轴承办, canonical: ignore}")
    let again = try prepare(Self.list, Self.east)
    #expect(!again.plan.list.asks.contains { $0.subject == .unit })
    let units = FieldKey(.responsibleUnits)
    #expect(!again.plan.list.findings.contains { $0.field == units })
    #expect(again.plan.rows[0].row[units] == .references(["drc"]))
    #expect(again.plan.rows[1].row[units] == nil)
  }

  @Test func `撤回之后又问，升为别名之后不问任何单位`() throws {
    try decide("decisions:\n- {kind: chain, value: 轴瓦制造, canonical: 高端装备制造}")
    let number = try #require(try scratch.operations.decisions(sender: nil).first?.number)
    _ = try scratch.operations.promoteDecision(number, from: nil, until: nil, reason: "通用说法")
    #expect(try !prepare(Self.list, Self.west).plan.list.asks.contains { $0.subject == .chain })
    #expect(throws: OperationError.self) {
      try scratch.operations.promoteDecision(99, from: nil, until: nil, reason: nil)
    }
    try decide("decisions:\n- {kind: unit, value: 县轴承办, canonical: 市财政局}")
    let unit = try #require(
      try scratch.operations.decisions(sender: nil).first { $0.number != number }?.number)
    _ = try scratch.operations.revokeDecision(unit, reason: "认错了")
    #expect(try prepare(Self.list, Self.east).plan.list.asks.contains { $0.text == "县轴承办" })
    #expect(throws: OperationError.notPromotable(decision: unit)) {
      try scratch.operations.promoteDecision(unit, from: nil, until: nil, reason: nil)
    }
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `待填的认定文件填好就能交回`() throws {
    let asks = AsksFile(try prepare(Self.list, Self.east)).text { _ in nil }
    #expect(try DecisionFile(yaml: asks.utf8).words.isEmpty)
    let filled =
      asks
      .replacing("canonical:  # 产业链", with: "canonical: 高端装备制造 # 产业链")
      .replacing("canonical:  # 责任单位", with: "canonical: 市财政局 # 责任单位")
      .replacing("canonical:  # 阶段", with: "canonical: ignore # 阶段")
      .replacing("field:  # F 列", with: "field: ignore # F 列")
    let prepared = try prepare(Self.list, Self.east, decisions: filled)
    #expect(prepared.plan.list.asks.isEmpty)
    #expect(AsksFile(prepared).isEmpty)
  }

  @Test func `导入时没定的冲突，以后再交认定也算数，之后手工再改仍以手工为准`() throws {
    func list(_ sum: Int) -> String { "项目名称,总投资（万元）\n甲溪轴瓦厂（测试数据）,\(sum)\n" }
    func sum() throws -> Value? {
      try scratch.operations.show("甲溪轴瓦厂（测试数据）").project.record[FieldKey(.totalInvestment)]
    }
    func set(_ text: String) throws {
      _ = try scratch.operations.edit(
        "甲溪轴瓦厂（测试数据）", [Assignment(field: "total_investment", text: text)], reason: nil)
    }
    _ = try scratch.operations.commit(prepare(list(5_000), Self.east))
    try set("6000万元")
    let open = try prepare(list(7_000), Self.east)
    #expect(open.plan.rows[0].conflicts.map(\.settlement) == [nil])
    _ = try scratch.operations.commit(open)
    #expect(try sum() == .money(Money(fen: 6_000_000_000)))
    // The list repeats itself: kept, until somebody settles it.
    #expect(try !prepare(list(7_000), Self.east).hasEffect)
    let decision = """
      conflicts:
      - {project: 甲溪轴瓦厂（测试数据）, field: total_investment, resolution: list}
      """
    let settled = try prepare(list(7_000), Self.east, decisions: decision)
    #expect(settled.plan.rows[0].conflicts.map(\.settlement) == [.list])
    _ = try scratch.operations.commit(settled)
    #expect(try sum() == .money(Money(fen: 7_000_000_000)))
    try set("8000万元")
    let repeated = try prepare(list(7_000) + "乙溪轴瓦厂（测试数据）,1\n", Self.east)
    #expect(repeated.plan.rows[0].conflicts.isEmpty)
    _ = try scratch.operations.commit(repeated)
    #expect(try sum() == .money(Money(fen: 8_000_000_000)))
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `预览带着认定，什么都不写`() throws {
    let prepared = try prepare(
      Self.list, Self.east,
      decisions: "decisions:\n- {kind: chain, value: 轴瓦制造, canonical: 高端装备制造}")
    #expect(prepared.plan.rows[0].row[.chain] == .reference("equipment"))
    #expect(try scratch.operations.decisions(sender: nil).isEmpty)
    #expect(try scratch.operations.entries(limit: 9).count <= 1)
  }

  @Test(arguments: [
    ("decisions:\n- {kind: chain, value: 甲, canonical: 没有的链}", 2),
    ("decisions:\n- {kind: 产品, value: 甲, canonical: 新能源}", 2),
    ("decisions:\n- {kind: stage, value: 甲, new: 第八阶段}", 2),
    ("decisions:\n- {kind: unit, canonical: 市财政局}", 2),
    ("headers:\n- {path: 甲, field: 没有的字段}", 2),
    ("sender: 别的单位\ndecisions: []", 1),
    ("认定:\n- 甲", 2),
    ("conflicts:\n- {project: 99, field: remark, resolution: hand}", 2),
    (
      "decisions:\n- {kind: chain, value: 甲, canonical: 新能源}\n"
        + "- {kind: chain, value: 甲, canonical: 绿色化工}", 3
    ),
  ])
  func `错的认定文件整份不采用，指明行`(yaml: String, line: Int) throws {
    let faults = #expect(throws: DecisionFaults.self) {
      try prepare(Self.list, Self.east, decisions: yaml)
    }
    #expect(faults?.faults.map(\.line) == [line])
    #expect(faults.map { ErrorWording($0).sentence.contains("第 \(line) 行") } == true)
  }

  @Test func `不是 YAML 的文件说明在第几行`() throws {
    #expect(throws: FileNode.Failure.self) { try DecisionFile(yaml: "a: [1,\nb: }".utf8) }
  }

  @Test func `没有报送单位的清单不能认定`() throws {
    #expect(throws: DecisionFaults([DecisionFault(line: 1, .senderUnknown)])) {
      try prepare(Self.list, nil, decisions: "decisions: []")
    }
  }

  // MARK: Lists

  private func prepare(
    _ list: String, _ sender: String?, decisions: String? = nil
  ) throws -> PreparedImport {
    let path = scratch.folder.appending(path: "清单.csv")
    try Data(list.utf8).write(to: path)
    return try scratch.operations.prepare(
      ReceivedFile(path: path.path),
      ImportOptions(
        year: 2026, sender: sender,
        decisions: decisions.map { try DecisionFile(yaml: $0.utf8) }))
  }

  private func decide(_ yaml: String) throws {
    _ = try scratch.operations.commit(prepare(Self.list, Self.east, decisions: yaml))
  }
}
