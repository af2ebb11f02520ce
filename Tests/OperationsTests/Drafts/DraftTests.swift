import Foundation
import Intake
import Ledger
import Matching
import Spreadsheet
import Storage
import Testing
import Wording

@testable import Operations

/// Lists that were received and are not written yet. 测试数据
@Suite struct DraftTests {
  let scratch: ScratchLedger

  init() throws {
    scratch = try ScratchLedger()
    try scratch.operations.beginLedger()
  }

  private static let rows = ["示例岭厂房,示例公司,柳南区,1000,谋划", "示例谷仓库,示例公司,柳城县,2000,签约"]

  @Test func `上传的清单留在台账旁边，别人、别的进程都看得见，也接得走`() throws {
    let draft = try scratch.receive(Self.rows, named: "3月.csv", by: "甲")
    #expect(draft.number == 1 && draft.state == .received)
    let listed = try #require(try scratch.operations(of: "乙").drafts().first)
    #expect(listed == draft)
    #expect(listed.name == "3月.csv" && listed.received.person == "甲")
    let taken = try scratch.operations(of: "乙").takeOver(draft: 1)
    #expect(taken.last.person == "乙" && taken.received.person == "甲")
    let fingerprint = try scratch.look(at: taken, by: "乙")
    let entry = try #require(
      try scratch.operations(of: "丙").write(draft: 1, seen: fingerprint).entry)
    #expect(entry.actor == "丙" && entry.source?.fileName == "3月.csv")
    #expect(try scratch.operations.draft(1).state == .written(entry: entry.number))
    #expect(try scratch.snapshot().count == 2)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `方案重做还是原来的样子，就是看过的那一份`() throws {
    let draft = try scratch.receive(Self.rows)
    let one = try scratch.operations.plan(draft: draft.number).prepared
    let again = try scratch.operations(of: "乙").plan(draft: draft.number)
    #expect(again.prepared.fingerprint == one.fingerprint && again.moved == nil)
    let outline = try #require(try scratch.operations.draft(1).outline)
    #expect(outline.rows["new"] == 2 && outline.words == 0 && outline.sender == "示例局")
    #expect(try scratch.operations.draft(1).state == .planned)
  }

  @Test func `用语没有认定是待认定，认定之后方案重做`() throws {
    let draft = try scratch.receive(["示例岭厂房,示例公司,火星区,1000,谋划"])
    _ = try scratch.operations.plan(draft: draft.number)
    #expect(try scratch.operations.draft(1).state == .asking)
    #expect(try scratch.operations.draft(1).outline?.words == 1)
    let answer = DecisionFile.Word(line: 1, subject: .area, text: "火星区", answer: .known("柳南区"))
    try scratch.operations.alter(draft: 1) { $0.answers = DecisionFile(words: [answer]) }
    #expect(try scratch.operations.draft(1).state == .received)
    let fingerprint = try scratch.look(at: draft)
    #expect(try scratch.operations.draft(1).outline?.words == 0)
    _ = try scratch.operations.write(draft: 1, seen: fingerprint)
    #expect(try scratch.snapshot()[1]?[.district] == .reference("450204"))
  }

  @Test func `别人后来改了选项，看过的方案不再算数`() throws {
    let draft = try scratch.receive(Self.rows)
    let fingerprint = try scratch.look(at: draft)
    try scratch.operations(of: "乙").alter(draft: 1) { $0.options.sender = "别的局" }
    #expect(throws: OperationError.planMoved(expected: fingerprint, found: "")) {
      try scratch.operations.write(draft: 1, seen: fingerprint)
    }
    #expect(try scratch.snapshot().isEmpty)
  }

  @Test func `台账动了，没碰到清单里的行，看过的方案照写`() throws {
    let draft = try scratch.receive(Self.rows)
    let fingerprint = try scratch.look(at: draft)
    try scratch.add(["name": "无关的项目"])
    let entry = try #require(try scratch.operations.write(draft: 1, seen: fingerprint).entry)
    #expect(entry.number == 3)
    #expect(try scratch.snapshot().count == 3)
  }

  @Test func `台账动了，碰到哪几行、哪张凭证、谁写的，说清楚，看过才能写`() throws {
    let first = try scratch.receive(Self.rows)
    _ = try scratch.operations.write(draft: first.number, seen: try scratch.look(at: first))
    let draft = try scratch.receive(
      ["示例岭厂房,示例公司,柳南区,1500,谋划", "示例谷仓库,示例公司,柳城县,2500,签约"])
    let fingerprint = try scratch.look(at: draft)
    _ = try scratch.operations(of: "李某").edit(
      "1", [Assignment(field: "总投资", text: "1800万元")], reason: "现场核实")
    let moved = try #require(try scratch.operations.write(draft: 2, seen: fingerprint).moved)
    #expect(moved.since.map(\.number) == [3] && moved.since[0].actor == "李某")
    let row = try #require(moved.rows.first)
    #expect(moved.rows.count == 1 && row.number == 2 && row.project == 1 && row.entries == [3])
    #expect(row.name == "示例岭厂房")
    #expect(try scratch.operations.entries(limit: 9).count == 3)
    #expect(try scratch.operations.draft(2).state == .planned)
    #expect(try scratch.operations.plan(draft: 2).moved?.rows.map(\.number) == [2])
    // Looked at, it is written.
    try scratch.operations.note(seen: moved.prepared, of: 2)
    let entry = try scratch.operations.write(draft: 2, seen: moved.prepared.fingerprint).entry
    #expect(entry?.number == 4)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `要求全部写入而有一行不能写，就什么都不写，清单还在`() throws {
    let draft = try scratch.receive(Self.rows + ["示例山停车场,示例公司,柳南区,很多钱,谋划"])
    try scratch.operations.alter(draft: 1) { $0.options.isWhole = true }
    let fingerprint = try scratch.look(at: draft)
    #expect(throws: OperationError.self) {
      try scratch.operations.write(draft: 1, seen: fingerprint)
    }
    #expect(try scratch.snapshot().isEmpty)
    #expect(try scratch.operations.draft(1).state == .planned)
    try scratch.operations.alter(draft: 1) { $0.options.isWhole = false }
    #expect(try scratch.operations.write(draft: 1, seen: try scratch.look(at: draft)).entry != nil)
  }

  @Test func `台账里都有了的清单，写不出凭证`() throws {
    let first = try scratch.receive(Self.rows)
    _ = try scratch.operations.write(draft: 1, seen: try scratch.look(at: first))
    let again = try scratch.receive(Self.rows)
    guard
      case .withoutEffect = try scratch.operations.write(
        draft: 2, seen: try scratch.look(at: again))
    else { return #expect(Bool(false)) }
    #expect(try scratch.operations.entries(limit: 9).count == 2)
  }

  @Test func `放弃的和写完的，清单的字节不再留着，再写就说原因`() throws {
    let written = try scratch.receive(Self.rows)
    let fingerprint = try scratch.look(at: written)
    _ = try scratch.operations.write(draft: 1, seen: fingerprint)
    #expect(throws: OperationError.draftWritten(1, entry: 2)) {
      try scratch.operations(of: "乙").write(draft: 1, seen: fingerprint)
    }
    _ = try scratch.receive(Self.rows, by: "甲")
    try scratch.operations(of: "乙").discard(draft: 2)
    #expect(throws: OperationError.draftDiscarded(2, by: "乙")) {
      try scratch.operations.takeOver(draft: 2)
    }
    #expect(throws: OperationError.draftMissing(3)) { try scratch.operations.draft(3) }
    #expect(try scratch.draftFiles() == ["1", "1/draft.json", "2", "2/draft.json"])
  }

  @Test func `三十天没人动的清单自己清掉，有人动过的留着`() throws {
    _ = try scratch.receive(Self.rows)
    _ = try scratch.receive(Self.rows)
    scratch.clock.skip(days: 20)
    try scratch.operations.takeOver(draft: 1)
    scratch.clock.skip(days: 20)
    #expect(try scratch.operations.drafts().map(\.number) == [1])
    scratch.clock.skip(days: 31)
    #expect(try scratch.operations.drafts().isEmpty)
    #expect(try scratch.draftFiles().isEmpty)
  }

  @Test func `一个文件夹里的两本台账各有各的清单`() throws {
    _ = try scratch.receive(Self.rows)
    var other = LedgerOperations(path: scratch.folder.path + "/other.sqlite", actor: "测试")
    other.beginsLedgers = true
    #expect(try other.drafts().isEmpty)
    #expect(throws: OperationError.draftMissing(1)) { try other.draft(1) }
  }

  @Test func `超过上限的清单不收，什么都不留`() throws {
    var operations = scratch.operations(of: "甲")
    operations.limits.fileBytes = 100
    let upload = try operations.receive("大.csv")
    try upload.append([UInt8](repeating: 65, count: 100))
    #expect(throws: OperationError.fileTooLarge(path: "大.csv", bytes: 101, limit: 100)) {
      try upload.append([65])
    }
  }

  @Test func `解压后太大的清单，按调用者给的上限不读`() throws {
    let draft = try scratch.receive(Self.rows)
    var operations = scratch.operations(of: "甲")
    operations.limits.cells = 5
    #expect(throws: SpreadsheetError.self) { try operations.plan(draft: draft.number) }
  }

  @Test func `中断的方案和写入什么都不留`() throws {
    let draft = try scratch.receive(Self.rows)
    let fingerprint = try scratch.look(at: draft)
    let operations = scratch.operations(of: "甲")
    #expect(throws: OperationError.interrupted) {
      try operations.write(draft: 1, seen: fingerprint) { progress in
        if progress.stage == .comparing { operations.interruption.request() }
      }
    }
    #expect(try scratch.snapshot().isEmpty)
    #expect(try scratch.operations.draft(1).state == .planned)
    #expect(try scratch.operations.write(draft: 1, seen: fingerprint).entry != nil)
  }
}
