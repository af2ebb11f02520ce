import Foundation
import Ledger
import Storage
import Testing
import Wording

@testable import Operations

/// 问题: raised, handed over, closed. 测试数据
@Suite struct ProblemTests {
  private let scratch: ScratchLedger
  private let words = "征地拆迁未完成"

  init() throws {
    scratch = try ScratchLedger()
    try scratch.add(["name": "测试数据关节模组项目"])
  }

  @discardableResult
  private func problem(
    _ words: String, on day: String, _ change: (inout MatterAct) -> Void = { _ in }
  ) throws -> MatterOutcome {
    try scratch.operations(on: day).problem("1", words, said(change))
  }

  private func state() throws -> Matter? { try scratch.matter(.problemLog, words, of: "1") }

  @Test func `提出、移交、办结各是一张凭证`() throws {
    let raised = try problem(words, on: "2026-05-06") { $0.document = "协调会纪要" }
    let handed = try problem("征地", on: "2026-05-10") {
      $0.unit = "市自然资源规划局"
      $0.due = PartialDate("2026-07-31")
      $0.person = "李科长"
      $0.date = PartialDate("2026-05-09")
      $0.document = "交办单3号"
    }
    let closed = try problem("征地", on: "2026-07-22") {
      $0.isClosed = true
      $0.date = PartialDate("2026-07-20")
    }
    let entries = [raised, handed, closed].compactMap(\.edit.entry)
    #expect(entries.map(\.kind) == [.problem, .problem, .problem])
    #expect(
      entries.map(\.reason) == [
        "问题“\(words)”提出", "问题“\(words)”移交市自然资源规划局", "问题“\(words)”办结",
      ])
    #expect(
      entries.map(\.particulars) == [
        Entry.Particulars(effective: PartialDate("2026-05-06"), evidence: "协调会纪要"),
        Entry.Particulars(effective: PartialDate("2026-05-09"), evidence: "交办单3号"),
        Entry.Particulars(effective: PartialDate("2026-07-20")),
      ])
    let unit = try #require(try state()?.unit)
    #expect(try scratch.operations.show("1").catalogue.name(of: .unit, unit) == "市自然资源和规划局")
    #expect(
      try state()
        == Matter(
          raised: PartialDate("2026-05-06"), due: PartialDate("2026-07-31"),
          done: PartialDate("2026-07-20"), unit: unit, person: "李科长"))
    for entry in entries.reversed() { try scratch.undo(entry) }
    #expect(try state() == nil)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `没办结的再提一遍不记凭证，办结的再提就重新提出`() throws {
    try problem(words, on: "2026-05-06")
    #expect(try problem(words, on: "2026-05-07").edit.entry == nil)
    try problem(words, on: "2026-05-08") { $0.isClosed = true }
    #expect(try problem(words, on: "2026-06-01").edit.entry?.reason == "问题“\(words)”提出")
    #expect(try state() == Matter(raised: PartialDate("2026-06-01")))
    try problem("征地", on: "2026-06-02") { $0.isClosed = true }
    try problem("征地", on: "2026-06-03") { $0.unit = "市发改委" }
    #expect(try state() == Matter(raised: PartialDate("2026-06-03"), unit: "drc"))
  }

  @Test func `移交一个没提过的问题，就是提出并移交；单位要认得`() throws {
    #expect(throws: OperationError.unknownItem(kind: "unit", code: "火星局")) {
      try problem(words, on: "2026-05-06") { $0.unit = "火星局" }
    }
    try problem(words, on: "2026-05-06") { $0.unit = "市发改委" }
    #expect(try state() == Matter(raised: PartialDate("2026-05-06"), unit: "drc"))
  }

  @Test func `办结一个没提过的问题不写入`() throws {
    #expect(throws: OperationError.unknownMatter(.problemLog, words, known: [])) {
      try problem(words, on: "2026-05-06") { $0.isClosed = true }
    }
  }

  @Test func `未办结的按那一天的台账列`() throws {
    try problem(words, on: "2026-05-06") { $0.due = PartialDate("2026-05-31") }
    try problem("用电容量不足", on: "2026-05-07")
    try problem(words, on: "2026-06-10") { $0.isClosed = true }
    func open(_ day: String) throws -> [String: Int?] {
      let list = try scratch.operations(on: "2026-06-20").matters(
        .problemLog, .open, of: nil, QuestionOptions(filter: ["as-of": [day]]))
      return Dictionary(uniqueKeysWithValues: list.items.map { ($0.named.name, $0.daysOverdue) })
    }
    #expect(try open("2026-05-05") == [:])
    #expect(try open("2026-06-09") == [words: 9, "用电容量不足": nil])
    #expect(try open("2026-06-10") == ["用电容量不足": nil])
  }

  @Test func `程序读的清单写明项目、状态和逾期天数`() throws {
    try problem(words, on: "2026-05-06") {
      $0.unit = "市发改委"
      $0.due = PartialDate("2026-05-31")
    }
    let list = try scratch.operations(on: "2026-06-02").matters(
      .problemLog, .open, of: "1", QuestionOptions(filter: [:]))
    #expect(
      list.json.text
        == #"{"day":"2026-06-02","problem_log":[{"project":1,"project_name":"测试数据关节模组项目","#
        + #""name":"征地拆迁未完成","state":{"raised":"2026-05-06","due":"2026-05-31","done":null,"#
        + #""unit":"市发展改革委","person":null},"days_overdue":2}]}"#)
  }
}
