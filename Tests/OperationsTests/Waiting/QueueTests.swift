import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing
import Wording

@testable import Operations

/// What waits for a person besides rows: words, columns, conflicts, duplicates, lists and projects that did not
/// come. 测试数据
@Suite struct QueueTests {
  let scratch: ScratchLedger

  init() throws { scratch = try ScratchLedger() }

  static let east = "东山县项目办"

  static let words = """
    项目名称,所属产业链,总投资（万元）,亮灯
    甲溪轴瓦厂（测试数据）,轴瓦制造,5000,绿
    乙溪轴瓦厂（测试数据）,轴瓦制造,6000,红
    """

  @discardableResult
  private func commit(_ list: String, _ sender: String = east, file: String = "清单.csv") throws
    -> Entry?
  {
    try scratch.operations.commit(
      scratch.operations.prepare(
        ReceivedFile(name: file, bytes: Array(list.utf8)),
        ImportOptions(year: 2026, sender: sender)))
  }

  private func waiting(_ kinds: PendingID.Kind...) throws -> [PendingItem] {
    try scratch.operations.queue(Set(kinds)).items
  }

  private func decide(_ yaml: String) throws -> [Entry] {
    try scratch.operations.decide(DecisionFile(yaml: yaml.utf8), reason: nil)
  }

  @Test func `没有认定的用语和没有识别的列等着，认定以后从原文件补上，来源是那个格`() throws {
    try commit(Self.words)
    #expect(
      try waiting(.word, .header).map(\.id.text) == [
        "word:chain:东山县项目办:轴瓦制造", "header:东山县项目办:亮灯",
      ])
    let entries = try decide(
      """
      decisions:
      - {sender: 东山县项目办, kind: chain, value: 轴瓦制造, canonical: 高端装备制造}
      headers:
      - {sender: 东山县项目办, path: 亮灯, field: remark}
      """)
    #expect(entries.map(\.kind) == [.decide, .answer])
    let view = try scratch.operations.show("甲溪轴瓦厂（测试数据）")
    #expect(view.project.record[.chain] == .reference("equipment"))
    #expect(view.project.record.text(.remark) == "绿")
    #expect(view.origins[FieldKey(.chain)]?.cell == "B2")
    #expect(view.origins[FieldKey(.remark)]?.cell == "D2")
    #expect(try scratch.operations.queue().items.isEmpty)
    // The list itself has nothing to add any more.
    #expect(try commit(Self.words) == nil)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `补的只是台账还空着的，手工填过的不动`() throws {
    try commit(Self.words)
    _ = try scratch.operations.edit(
      "1", [Assignment(field: "产业链", text: "新能源")], reason: nil)
    _ = try decide(
      "sender: 东山县项目办\ndecisions:\n- {kind: chain, value: 轴瓦制造, canonical: 高端装备制造}")
    #expect(try scratch.operations.show("1").project.record[.chain] == .reference("new-energy"))
    #expect(try scratch.operations.show("2").project.record[.chain] == .reference("equipment"))
  }

  @Test func `忽略的用语不再等，进了目录的也不再等`() throws {
    try commit(Self.words)
    _ = try decide("sender: 东山县项目办\nheaders:\n- {path: 亮灯, field: ignore}")
    #expect(try waiting(.header).isEmpty)
    _ = try scratch.operations.setItem(
      .chain, code: "equipment", isNew: false, [(path: "alias", text: "轴瓦制造")], reason: nil)
    #expect(try waiting(.word).isEmpty)
  }

  private static func sum(_ sum: Int) -> String { "项目名称,总投资（万元）\n甲溪轴瓦厂（测试数据）,\(sum)\n" }

  /// List and hand both moved the sum.
  private func disagree() throws {
    try commit(Self.sum(5_000))
    _ = try scratch.operations.edit("1", [Assignment(field: "总投资", text: "6000")], reason: nil)
    try commit(Self.sum(7_000))
  }

  static let resolutions: [(String, Int64, cell: String?)] = [
    ("list", 7_000, "B2"), ("hand", 6_000, nil), ("6500", 6_500, nil),
  ]

  @Test(arguments: resolutions)
  func `两边都改过的值等着，采用哪边都不用再找清单`(text: String, sum: Int64, cell: String?) throws {
    try disagree()
    let item = try #require(try waiting(.conflict).first)
    #expect(item.project == 1 && item.key == FieldKey(.totalInvestment) && item.row == 2)
    #expect(
      item.sides.map { $0.says.money(.totalInvestment)?.wanYuan } == ["6000", "7000"])
    _ = try decide(
      "conflicts:\n- {id: '\(item.id.text)', project: 1, field: total_investment, resolution: \(text)}"
    )
    let view = try scratch.operations.show("1")
    #expect(view.project.record.money(.totalInvestment) == Money(fen: sum * 1_000_000))
    #expect(view.origins[FieldKey(.totalInvestment)]?.cell == cell)
    #expect(try waiting(.conflict).isEmpty)
    #expect(try commit(Self.sum(7_000)) == nil)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test(arguments: [("list", Int64(7_000)), ("hand", 5_000)])
  func `说了不算数的单位说法不同，等着；采用就照它的清单写，不采用就不再提`(text: String, sum: Int64) throws {
    func list(_ sum: Int) -> String {
      "项目名称,业主单位,县区,总投资（万元）\n甲溪轴瓦厂（测试数据）,甲溪公司,柳北区,\(sum)\n"
    }
    try commit(list(5_000), "市发展改革委", file: "1.csv")
    try commit(list(7_000), "市工业和信息化局", file: "2.csv")
    let item = try #require(try waiting(.difference).first)
    #expect(item.id.text == "difference:1:市工业和信息化局:total_investment")
    #expect(item.sides.map { $0.says.money(.totalInvestment)?.wanYuan } == ["5000", "7000"])
    #expect(item.file == "2.csv" && item.row == 2)
    _ = try decide(
      "conflicts:\n- {id: '\(item.id.text)', project: 1, field: total_investment, resolution: \(text)}"
    )
    let record = try scratch.operations.show("1").project.record
    #expect(record.money(.totalInvestment) == Money(fen: sum * 1_000_000))
    #expect(try waiting(.difference).isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `清单改回来了，冲突就没有了；撤销那份清单，也没有了`() throws {
    try disagree()
    let april = try #require(try scratch.operations.entries(limit: 1).first)
    try commit(Self.sum(6_000))
    #expect(try waiting(.conflict).isEmpty)
    let last = try #require(try scratch.operations.entries(limit: 1).first)
    try scratch.undo(last)
    #expect(try waiting(.conflict).count == 1)
    try scratch.undo(april)
    #expect(try waiting(.conflict).isEmpty)
  }

  @Test func `可能重复的一对等着，说了不同或合并了就不再等`() throws {
    try commit(
      "项目名称,业主单位,总投资（万元）\n测试岭标准厂房,测试公司,5000\n测试岭标准厂房二期,测试公司,5000\n")
    let pair = try #require(try waiting(.duplicate).first)
    #expect(pair.id.text == "duplicate:1:2" && pair.sides.count == 2)
    let entry = try #require(
      try decide("duplicates:\n- {id: 'duplicate:1:2', answer: different}").last)
    #expect(try waiting(.duplicate).isEmpty)
    try scratch.undo(entry)
    #expect(try waiting(.duplicate).count == 1)
    _ = try decide("duplicates:\n- {id: 'duplicate:1:2', answer: same}")
    #expect(try scratch.snapshot().keys.sorted() == [1])
    #expect(try waiting(.duplicate).isEmpty)
  }

  private static func month(_ month: Int, _ names: String...) -> String {
    "2026年项目进展情况（截至\(month)月底）\n项目名称,总投资（万元）\n"
      + names.map { "\($0)（测试数据）,\(month * 100)\n" }.joined()
  }

  @Test func `别的单位到了三月，没有报三月的单位等着；不看时钟`() throws {
    try commit(Self.month(2, "甲溪厂"), "甲局", file: "甲2.csv")
    try commit(Self.month(2, "乙溪厂"), "乙局", file: "乙2.csv")
    #expect(try waiting(.list).isEmpty)
    try commit(Self.month(3, "甲溪厂"), "甲局", file: "甲3.csv")
    let item = try #require(try waiting(.list).first)
    #expect(item.id.text == "list:乙局:2026-03" && item.sender == "乙局")
    _ = try decide("seen:\n- {id: 'list:乙局:2026-03', answer: ok}")
    #expect(try waiting(.list).isEmpty)
    try commit(Self.month(4, "甲溪厂"), "甲局", file: "甲4.csv")
    #expect(try waiting(.list).map(\.id.text) == ["list:乙局:2026-04"])
    try commit(Self.month(4, "乙溪厂"), "乙局", file: "乙4.csv")
    #expect(try waiting(.list).isEmpty)
  }

  @Test func `上次报过、最近一份清单没有的项目等着，又报了就不等`() throws {
    try commit(Self.month(2, "甲溪厂", "乙溪厂"), "甲局", file: "2.csv")
    try commit(Self.month(3, "甲溪厂"), "甲局", file: "3.csv")
    #expect(try waiting(.missing).map(\.name) == ["乙溪厂（测试数据）"])
    try commit(Self.month(4, "甲溪厂", "乙溪厂"), "甲局", file: "4.csv")
    #expect(try waiting(.missing).isEmpty)
  }

  @Test func `待填的文件列出一切，填好交回就空了`() throws {
    try commit(Self.words)
    try disagreeOnThird()
    let (items, catalogue) = try scratch.operations.queue()
    #expect(Set(items.map(\.id.kind)).isSuperset(of: [.word, .header, .conflict, .missing, .row]))
    let asks = QueueAsks(items, catalogue).text { _ in nil }
    #expect(try scratch.operations.decide(DecisionFile(yaml: asks.utf8), reason: nil).isEmpty)
    let lines = asks.split(separator: "\n").map { line -> String in
      let text = String(line)
      for (key, answer) in [
        ("  canonical:", "ignore"), ("  field:", "ignore"), ("  resolution:", "hand"),
        ("  answer:", text.contains("测试") ? "different" : "ok"),
      ] where text.hasPrefix(key) && !text.contains("total_investment") {
        return "\(key) \(answer)" + text.dropFirst(key.count)
      }
      return text
    }
    _ = try decide(lines.joined(separator: "\n"))
    #expect(try scratch.operations.queue().items.map(\.id.text) == [])
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `待填的文件里，目录没有的单位、产业链写 new 新增`() throws {
    try commit("项目名称,所属产业链,牵头单位\n测试岭轴瓦厂,轴瓦制造,县轴承办\n", "甲局", file: "1.csv")
    let (items, catalogue) = try scratch.operations.queue([.word])
    let asks = QueueAsks(items, catalogue).text { _ in nil }
    let names = ["轴瓦制造": "轴瓦", "县轴承办": "东山县轴承产业办公室"]
    var last = ""
    let filled = asks.split(separator: "\n").map { line -> String in
      if line.hasPrefix("  value:") { last = String(line) }
      guard line == "  new:", let name = names.first(where: { last.contains($0.key) }) else {
        return String(line)
      }
      return "  new: \(name.value)"
    }
    #expect(filled.count { $0.hasPrefix("  new: ") } == 2)
    _ = try decide(filled.joined(separator: "\n"))
    #expect(try waiting(.word).isEmpty)
    let record = try #require(try scratch.snapshot()[1])
    let after = try scratch.operations.catalogue()
    #expect(record.reference(.chain).flatMap { after.item(.chain, $0)?.name } == "轴瓦")
    #expect(
      record.references(.leadUnits).compactMap { after.item(.unit, $0)?.name }
        == ["东山县轴承产业办公室"])
    #expect(try scratch.operations.verify().isEmpty)
  }

  /// A row that waits, a conflict, a project that is no longer reported.
  private func disagreeOnThird() throws {
    let header = "项目名称,业主单位,县区,总投资（万元）\n"
    try commit(header + "测试岭标准厂房,测试公司,柳北区,5000\n测试坡水厂,测试水务,柳北区,1\n", "甲局", file: "1.csv")
    _ = try scratch.operations.edit(
      "测试岭标准厂房", [Assignment(field: "总投资", text: "6000")], reason: nil)
    try commit(header + "测试岭标准厂房,测试公司,柳北区,7000\n", "甲局", file: "2.csv")
    try commit(header + "测试岭标准厂房二期,测试公司,柳北区,7000\n", "乙局", file: "3.csv")
  }

  @Test(arguments: [
    ("decisions:\n- {id: 'row:9:0:1', kind: project, value: 甲, canonical: 1}", 2),
    ("conflicts:\n- {id: 'conflict:9:1:name', project: 1, field: name, resolution: list}", 2),
    ("seen:\n- {id: 'list:没有的局:2026-03', answer: ok}", 2),
    ("duplicates:\n- {id: 'duplicate:1:2', answer: 也许}", 2),
    ("duplicates:\n- {answer: same}", 2),
  ])
  func `不在等的、看不懂的答复，整份不采用，指明行`(yaml: String, line: Int) throws {
    try commit(Self.words)
    let before = try scratch.operations.entries(limit: 1)
    let faults = #expect(throws: DecisionFaults.self) { try decide(yaml) }
    #expect(faults?.faults.map(\.line) == [line])
    #expect(try scratch.operations.entries(limit: 1) == before)
  }

  @Test func `给程序的一个对象，每项说明编号、类别、来处、原因和各方的说法`() throws {
    try commit(Self.words)
    try disagreeOnThird()
    let (items, catalogue) = try scratch.operations.queue()
    let data = Data(QueueJSON.json(items, catalogue).text.utf8)
    let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let list = try #require(object?["items"] as? [[String: Any]])
    #expect(list.count == items.count)
    for item in list {
      #expect(
        Set(item.keys) == [
          "id", "kind", "sender", "entry", "file", "sheet", "row", "project", "name", "field",
          "reason", "sides",
        ])
      #expect((item["reason"] as? String)?.isEmpty == false)
    }
  }
}
