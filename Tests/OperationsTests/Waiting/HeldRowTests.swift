import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing
import Wording

@testable import Operations

/// Rows that were put to a person stay with their import and wait until somebody says what they are. 测试数据
@Suite struct HeldRowTests {
  let scratch: ScratchLedger

  init() throws { scratch = try ScratchLedger() }

  static let sender = "测试县"
  static let ledger = "1,测试岭标准厂房,测试园区公司,柳北区,8000"
  static let doubtful = "2,测试岭标准厂房二期,测试园区公司,柳北区,9000"

  /// A list as an office sends it.
  static func list(_ rows: [String], named name: String = "清单.csv") -> ReceivedFile {
    let header = "序号,项目名称,业主,县区,总投资（万元）\n"
    return ReceivedFile(name: name, bytes: Array((header + rows.joined(separator: "\n")).utf8))
  }

  private func prepare(_ rows: [String], sender: String = sender) throws -> PreparedImport {
    try scratch.operations.prepare(Self.list(rows), ImportOptions(year: 2026, sender: sender))
  }

  @discardableResult
  private func commit(_ rows: [String], sender: String = sender) throws -> Entry? {
    try scratch.operations.commit(try prepare(rows, sender: sender))
  }

  private func waiting() throws -> [PendingItem] { try scratch.operations.queue([.row]).items }

  private func settle(_ choice: PendingAnswer.Choice) throws -> [Entry] {
    let id = try #require(try waiting().first?.id)
    return try scratch.operations.settle([PendingAnswer(id, choice)], reason: nil)
  }

  private func sum(_ project: String) throws -> Value? {
    try scratch.operations.show(project).project.record[.totalInvestment]
  }

  @Test func `待核的行随导入留在台账里，说明来自哪份清单哪一行、可能是哪个项目`() throws {
    try commit([Self.ledger])
    let entry = try #require(try commit([Self.doubtful]))
    #expect(entry.kind == .import)
    let item = try #require(try waiting().first)
    #expect(item.id.text == "row:\(entry.number):0:2")
    #expect(item.sender == Self.sender && item.file == "清单.csv" && item.row == 2)
    #expect(item.project == 1 && item.name == "测试岭标准厂房二期")
    #expect(item.sides.map(\.party) == [.list, .project(1)])
    #expect(item.sides[0].says.text(.owner) == "测试园区公司")
    #expect(try scratch.snapshot().count == 1)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `可能是的那个项目并到别的项目了，问的就是那个项目`() throws {
    try commit([Self.ledger])
    try commit([Self.doubtful])
    _ = try scratch.operations.add(
      [Assignment(field: "name", text: "测试岭冷库（测试数据）")], reason: nil)
    let plan = try scratch.operations.mergePlan("1", into: "2", taking: [])
    _ = try scratch.operations.merge(plan, reason: nil)
    let item = try #require(try waiting().first)
    #expect(item.project == 2 && item.sides.map(\.party) == [.list, .project(2)])
    let reason = item.reason(try scratch.operations.catalogue()) { item.names[$0] }
    #expect(reason.contains("测试岭冷库（测试数据）") && !reason.contains("「」"), "\(reason)")
    _ = try scratch.operations.settle([PendingAnswer(item.id, .project(1))], reason: nil)
    #expect(try sum("2") == .money(Money(fen: 9_000_000_000)))
  }

  @Test func `答了是新项目，就照清单新增，来源是原文件的单元格`() throws {
    try commit([Self.ledger])
    try commit([Self.doubtful])
    let entries = try settle(.new)
    #expect(entries.map(\.kind) == [.answer])
    let view = try scratch.operations.show("测试岭标准厂房二期")
    let origin = try #require(view.origins[FieldKey(.totalInvestment)])
    #expect(origin.fileName == "清单.csv" && origin.cell == "E2")
    #expect(try waiting().isEmpty)
    // The two are not asked about once more, as a pair.
    #expect(try scratch.operations.queue().items.isEmpty)
    #expect(try prepare([Self.doubtful]).plan.rows(.review).isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `答了是哪个项目，就写到那个项目上，下个月不再问`() throws {
    try commit([Self.ledger])
    try commit([Self.doubtful])
    _ = try settle(.project(1))
    #expect(try scratch.snapshot().count == 1)
    #expect(try sum("1") == .money(Money(fen: 9_000_000_000)))
    #expect(try waiting().isEmpty)
    let next = try prepare([Self.doubtful.replacing("9000", with: "9500")])
    #expect(next.plan.rows.map(\.action) == [.changed] && next.held.rows.isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `不采用的行不写，说法不变就不再问，变了再问`() throws {
    try commit([Self.ledger])
    try commit([Self.doubtful])
    _ = try settle(.left)
    #expect(try waiting().isEmpty)
    #expect(try scratch.snapshot().count == 1)
    #expect(try prepare([Self.doubtful]).held.rows.isEmpty)
    try commit([Self.doubtful.replacing("9000", with: "9500")])
    #expect(try waiting().count == 1)
  }

  @Test func `同一份清单再导一次，不再等一遍`() throws {
    try commit([Self.ledger])
    #expect(try commit([Self.doubtful]) != nil)
    #expect(try commit([Self.doubtful]) == nil)
    #expect(try waiting().count == 1)
  }

  @Test func `下一份清单又报了这一行，只等新的；认得出了，就不再等`() throws {
    try commit([Self.ledger])
    try commit([Self.doubtful])
    let april = try #require(try commit([Self.doubtful.replacing("9000", with: "9500")]))
    #expect(try waiting().map { $0.entry } == [april.number])
    // Beside the row of the other project it can only be a project of its own.
    try commit([Self.ledger, Self.doubtful.replacing("9000", with: "9500")])
    #expect(try waiting().isEmpty)
    #expect(try scratch.snapshot().count == 2)
  }

  @Test func `别的单位报的同名的行，各等各的`() throws {
    try commit([Self.ledger])
    try commit([Self.doubtful])
    try commit([Self.doubtful], sender: "测试开发区")
    #expect(try waiting().map(\.sender) == [Self.sender, "测试开发区"])
    #expect(try scratch.operations.queue([.row], sender: "测试开发区").items.count == 1)
  }

  @Test func `撤销导入，等着的行一起撤走；撤销答复，又等着`() throws {
    try commit([Self.ledger])
    let list = try #require(try commit([Self.doubtful]))
    let answer = try #require(try settle(.new).last)
    try scratch.undo(answer)
    #expect(try waiting().count == 1)
    #expect(try scratch.snapshot().count == 1)
    let dropped = try #require(try settle(.left).last)
    #expect(try waiting().isEmpty)
    try scratch.undo(dropped)
    #expect(try waiting().count == 1)
    try scratch.undo(list)
    #expect(try waiting().isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `清单里重复的行：同一个就补前一行没写的，不改前一行写了的`() throws {
    let first = "1,测试湾冷链中心,,柳北区,5000"
    let second = "2,测试湾冷链中心,测试冷链公司,柳北区,6000"
    try commit([first, second])
    #expect(try waiting().count == 1)
    _ = try settle(.same)
    let record = try scratch.operations.show("1").project.record
    #expect(record.text(.owner) == "测试冷链公司")
    #expect(record.money(.totalInvestment) == Money(fen: 5_000_000_000))
    #expect(try waiting().isEmpty)
    #expect(try commit([first, second]) == nil)
    #expect(try waiting().isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `答没有等着的、答得不对，都说出来，什么都不写`() throws {
    try commit([Self.ledger])
    try commit([Self.doubtful])
    let before = try scratch.operations.entries(limit: 1)
    let id = try #require(try waiting().first?.id)
    #expect(throws: StorageError.unknownProject(77)) {
      try scratch.operations.settle([PendingAnswer(id, .project(77))], reason: nil)
    }
    let other = try #require(PendingID("row:9:0:1"))
    #expect(throws: (any Error).self) {
      try scratch.operations.settle([PendingAnswer(other, .new)], reason: nil)
    }
    #expect(throws: (any Error).self) {
      try scratch.operations.settle([PendingAnswer(id, .list)], reason: nil)
    }
    #expect(try scratch.operations.entries(limit: 1) == before)
  }

  @Test func `没写报送单位的清单也等，答了照写，不记名称`() throws {
    try commit([Self.ledger], sender: "")
    try commit([Self.doubtful], sender: "")
    _ = try settle(.new)
    #expect(try scratch.snapshot().count == 2)
    #expect(try scratch.operations.decisions(sender: nil).isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
  }
}
