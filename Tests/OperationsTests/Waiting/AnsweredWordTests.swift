import Foundation
import Intake
import Ledger
import Storage
import Testing
import Wording

@testable import Operations

/// What an answer writes is the word of the list's sender, and an answer is about what was asked. 测试数据
@Suite struct AnsweredWordTests {
  private let scratch: ScratchLedger
  private let owner = "市投资促进局"
  private let county = "测试县"

  init() throws { scratch = try ScratchLedger() }

  private func take(_ sender: String, _ header: String, _ row: String) throws {
    let text = "项目名称,业主,县区,\(header)\n\(row)\n"
    _ = try scratch.operations.commit(
      try scratch.operations.prepare(
        ReceivedFile(name: "清单.csv", bytes: Array(text.utf8)),
        ImportOptions(year: 2026, sender: sender)))
  }

  private func record() throws -> Record { try scratch.snapshot()[1] ?? Record() }

  private func waiting(_ kinds: Set<PendingID.Kind>) throws -> [PendingItem] {
    try scratch.operations.queue(kinds).items
  }

  @Test func `待核的行答了写上的值，是报送单位的说法，不是手工改的：归口单位再报就照写`() throws {
    let header = "总投资（万元）,合同投资额（万元）"
    try take(owner, header, "测试岭标准厂房,测试园区公司,柳北区,8000,")
    try take(county, header, "测试岭标准厂房二期,测试园区公司,柳北区,9000,100")
    let row = try #require(try waiting([.row]).first)
    _ = try scratch.operations.settle([PendingAnswer(row.id, .project(1))], reason: nil)
    #expect(try record().money(.contractInvestment) == Money(fen: 100_000_000))
    try take(owner, header, "测试岭标准厂房,测试园区公司,柳北区,8000,200")
    #expect(try record().money(.contractInvestment) == Money(fen: 200_000_000))
    #expect(try waiting([.conflict]).isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test(arguments: [false, true])
  func `用语认定了，和台账不同的不写，作为报送单位的说法等人定`(isTyped: Bool) throws {
    let row = "测试岭标准厂房,测试园区公司,柳北区"
    try take("市发展改革委", "牵头单位", "\(row),\(isTyped ? "" : "市商务局")")
    try take(county, "牵头单位", "\(row),市轴承产业专班")
    if isTyped {
      _ = try scratch.operations.edit("1", [Assignment(field: "牵头单位", text: "市商务局")], reason: nil)
    }
    let word = try #require(try waiting([.word]).first)
    _ = try scratch.operations.decide(
      DecisionFile(
        yaml: """
          decisions:
          - {id: '\(word.id.text)', kind: unit, value: 市轴承产业专班, canonical: 市工业和信息化局}
          """.utf8), reason: nil)
    #expect(try record()[.leadUnits] == .references(["commerce"]))
    let item = try #require(try waiting([.conflict, .difference]).first)
    #expect(item.id.kind == (isTyped ? .conflict : .difference))
    #expect(item.sender == county && item.key == FieldKey(.leadUnits))
    #expect(item.file == "清单.csv" && item.row == 2)
    _ = try scratch.operations.settle([PendingAnswer(item.id, .list)], reason: nil)
    #expect(try record()[.leadUnits] != .references(["commerce"]))
    #expect(try scratch.operations.queue().items.isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `待办文件写出以后又变了的数，答了不算，整份不收`() throws {
    let row = "测试岭标准厂房,测试园区公司,柳北区"
    try take("市发展改革委", "总投资（万元）", "\(row),6000")
    try take(county, "总投资（万元）", "\(row),5000")
    func answered() throws -> String {
      let (items, catalogue) = try scratch.operations.queue()
      return QueueAsks(items, catalogue).text { _ in nil }
        .replacing("resolution:", with: "resolution: list")
    }
    let stale = try answered()
    try take(county, "总投资（万元）", "\(row),5200")
    #expect {
      try scratch.operations.decide(DecisionFile(yaml: stale.utf8), reason: nil)
    } throws: { error in
      guard case .saysOtherwise(_, _, let now)? = (error as? DecisionFaults)?.faults.first?.fact
      else { return false }
      return now.contains("5200")
    }
    #expect(try record().money(.totalInvestment) == Money(fen: 6_000_000_000))
    _ = try scratch.operations.decide(DecisionFile(yaml: try answered().utf8), reason: nil)
    #expect(try record().money(.totalInvestment) == Money(fen: 5_200_000_000))
    #expect(try scratch.operations.queue().items.isEmpty)
  }

  @Test func `认定写进去的值撤了，认定还在，又在待办里等；照样再答一次就写回，说忽略就不再问`() throws {
    let lists = ReportedLists(scratch: try ScratchLedger())
    let operations = lists.scratch.operations
    try lists.take("市发展改革委", 3, "牵头单位", ["远岭冷库,市轴承产业专班"])
    func answer(_ canonical: String) throws {
      let item = try #require(try operations.queue([.word]).items.first)
      let text = """
        decisions:
        - {id: '\(item.id.text)', kind: unit, value: 市轴承产业专班, canonical: '\(canonical)'}
        """
      _ = try operations.decide(DecisionFile(yaml: text.utf8), reason: nil)
    }
    func undoLast() throws {
      let last = try #require(try operations.entries(limit: 1).first)
      _ = try operations.undo(try operations.undoPlan(of: last.number), reason: nil)
    }
    for _ in 1...2 {
      try answer("市工业和信息化局")
      #expect(try lists.record().references(.leadUnits) == ["iit"])
      #expect(try operations.queue([.word]).items.isEmpty)
      try undoLast()
      #expect(try lists.record().references(.leadUnits).isEmpty)
      #expect(try operations.queue([.word]).items.map(\.name) == ["市轴承产业专班"])
    }
    try answer("ignore")
    #expect(try operations.queue([.word]).items.isEmpty)
    #expect(try operations.verify().isEmpty)
  }
}
