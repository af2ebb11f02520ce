import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing
import Wording

@testable import Operations

@Suite struct MoveTests {
  private let scratch: ScratchLedger
  private var operations: LedgerOperations { scratch.operations }

  init() throws {
    scratch = try ScratchLedger()
    _ = try operations.add(
      [Assignment(field: "name", text: "测试数据关节模组项目"), Assignment(field: "stage", text: "洽谈")],
      reason: nil)
  }

  private func record() throws -> Record { try operations.show("1").project.record }

  @Test func `下一个阶段记下日期和依据，阶段自己的日期空着就填上`() throws {
    let date = try #require(PartialDate("2026-03-18"))
    let outcome = try operations.move(
      "1", StageMove(stage: "已签约", date: date, evidence: "投资协议 2026-7 号"))
    #expect(outcome.entry?.kind == .move)
    #expect(
      outcome.entry?.particulars
        == Entry.Particulars(effective: date, evidence: "投资协议 2026-7 号"))
    #expect(try record().reference(.stage) == "sign")
    #expect(try record()[.signDate] == .date(date))
    #expect(try operations.verify().isEmpty)
  }

  @Test(arguments: [("建设", StageStep.Kind.jump), ("谋划", .back)])
  func `跳步和倒退要写事由`(stage: String, kind: StageStep.Kind) throws {
    let error = #expect(throws: OperationError.self) {
      try operations.move("1", StageMove(stage: stage))
    }
    guard case .unusualStage(let step) = error else { throw try #require(error) }
    #expect(step.kind == kind)
    #expect(try record().reference(.stage) == "talk")
    let outcome = try operations.move("1", StageMove(stage: stage, reason: "现场核实"))
    #expect(outcome.entry?.reason == "现场核实")
  }

  @Test func `状态在阶段旁边，批次按年另记`() throws {
    _ = try operations.move(
      "1", StageMove(stage: "签约", condition: "暂停", batch: "2026=开工一批"))
    let record = try record()
    #expect(record.reference(.condition) == "paused")
    guard case .membership(let place) = record[FieldKey(register: "seven-batches", year: 2026)]
    else { throw OperationError.malformedArgument("no batch") }
    #expect(place.className == "开工一批")
    #expect(throws: OperationError.self) {
      try operations.move("1", StageMove(stage: "签约", batch: "2026=试车一批"))
    }
  }

  @Test func `没到的日子不能记成已经发生`() throws {
    let date = try #require(PartialDate("2199"))
    #expect(throws: OperationError.dayToCome(date)) {
      try operations.move("1", StageMove(stage: "签约", date: date))
    }
    #expect(throws: OperationError.self) { try operations.move("1", StageMove(stage: "试车")) }
  }

  @Test func `撤销一次转段，阶段和日期一起回去`() throws {
    let before = try record()
    let entry = try #require(try operations.move("1", StageMove(stage: "签约")).entry)
    _ = try operations.undo(try operations.undoPlan(of: entry.number), reason: nil)
    #expect(try record() == before)
    #expect(try operations.verify().isEmpty)
  }
}
