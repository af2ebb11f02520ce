import Ledger
import Storage
import Testing
import Wording

@Suite struct ErrorWordingTests {
  /// An error that nobody foresaw, with what nobody should read.
  private struct Strange: Error {
    let content = "内部的内容"
  }

  @Test func `没有料到的错误只说是哪一种，不露出内容`() {
    let words = ErrorWording(Strange())
    #expect(words.kind == .software)
    #expect(words.sentence.contains("Strange"))
    #expect(!words.sentence.contains("内部的内容"))
    #expect(words.hint != nil)
  }

  private static let refusals: [StorageError] = [
    .unknownReference(key: FieldKey(.chain), code: "x"), .unknownItem(kind: .unit, code: "x"),
    .beforeDiffers(project: 1, key: FieldKey(.name)), .projectExists(1), .repeatedProject(1),
    .nameMissing(row: nil), .malformedChange(row: SourceRow(table: 0, number: 3)),
    .uploadMissing(sha256: "ab"), .uploadDiffers(sha256: "ab"),
  ]

  @Test(arguments: refusals)
  func `台账拒绝写入，用一句中文说明为什么`(error: StorageError) {
    let words = ErrorWording(error)
    #expect(words.sentence.hasPrefix("要写的与台账里记的对不上："))
    #expect(words.sentence.hasSuffix("。"))
    #expect(words.kind == .data && words.hint == .act(.verifyAndRestore))
    #expect(!words.sentence.contains("Storage"))
  }

  private static let errors: [(any Error & Sendable, Hint)] = [
    (OperationError.documentMissing, .state(.document)),
    (OperationError.notAnImport(3), .see(.imports)),
    (OperationError.planMoved(expected: "a", found: "b"), .retry(.preview)),
    (OperationError.incomplete(rows: 1, findings: 2), .retry(.mendedCells)),
    (OperationError.notConfirmed, .allow(.writing)),
    (OperationError.unknownStage("火星"), .see(.items(kind: "stage"))),
    (PairError.partOfOther(3, package: "甲"), .act(.release(part: 3, package: "甲"))),
    (
      StorageError.losesEntries(path: "甲", RestoreEffect(standing: 3, shared: 0, backup: 2)),
      .allow(.loss)
    ),
    (StorageError.unknownEntry(9), .see(.entries)),
    (InterchangeError.journalIsWhole, .state(.journalEnd)),
    (FilterError.unknownName(.area, "火星", nearest: []), .see(.items(kind: "district"))),
  ]

  @Test func `办法是事实：选项和命令由各个界面自己说`() {
    for (error, hint) in Self.errors { #expect(ErrorWording(error).hint == hint) }
  }

  @Test func `说某个筛选条件的话，条件叫什么由各个界面自己说`() {
    let words = ErrorWording(FilterError.notMoney(.minInvestment, "很多"))
    #expect(words.option == .minInvestment)
    #expect(words.sentence == "「很多」不是金额。")
  }

  @Test func `路径里的换行不会变成另一行`() {
    let words = ErrorWording(OperationError.missingFile(path: "甲\n乙"))
    #expect(words.sentence.contains("甲␊乙"))
  }
}
