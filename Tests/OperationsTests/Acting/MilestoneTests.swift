import Foundation
import Ledger
import Matching
import Storage
import Testing
import Wording

@testable import Operations

/// 节点: entered, altered, done, taken away. 测试数据
@Suite struct MilestoneTests {
  private let scratch: ScratchLedger
  private let due = PartialDate("2026-06-30")

  init() throws {
    scratch = try ScratchLedger()
    try scratch.add(["name": "测试数据关节模组项目"])
  }

  @discardableResult
  private func milestone(
    _ name: String, on day: String = "2026-05-06", of project: String = "1",
    _ change: (inout MatterAct) -> Void
  ) throws -> MatterOutcome {
    try scratch.operations(on: day).milestone(project, name, said(change))
  }

  private func capped(of project: String = "1") throws -> Matter? {
    try scratch.matter(.milestones, "主体封顶", of: project)
  }

  @Test func `新增一个节点是一张凭证，记下日期、责任人和依据`() throws {
    let entry = try milestone("  主体封顶\n") {
      $0.due = due
      $0.person = "王工"
      $0.document = "推进方案"
      $0.reason = "现场会"
    }.edit.entry
    #expect(entry?.kind == .milestone)
    #expect(entry?.reason == "节点“主体封顶”新增：现场会")
    #expect(
      entry?.particulars
        == Entry.Particulars(effective: PartialDate("2026-05-06"), evidence: "推进方案"))
    #expect(try capped() == Matter(due: due, person: "王工"))
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `再说一遍不记凭证，改日期记一张，责任人留着`() throws {
    try milestone("主体封顶") {
      $0.due = due
      $0.person = "王工"
    }
    #expect(try milestone("主体封顶") { $0.due = due }.edit.entry == nil)
    let later = PartialDate("2026-09")
    #expect(try milestone("主体封顶") { $0.due = later }.edit.entry?.reason == "节点“主体封顶”变更")
    #expect(try capped() == Matter(due: later, person: "王工"))
  }

  @Test func `完成的日期是凭证所说的日期，名称可以只写一部分`() throws {
    try milestone("主体封顶") { $0.due = due }
    let done = PartialDate("2026-07-21")
    let outcome = try milestone("封顶", on: "2026-07-25") { $0.done = done }
    #expect(outcome.edit.entry?.particulars.effective == done)
    #expect(try capped() == Matter(due: due, done: done))
  }

  @Test func `说不清是哪个节点、没有应完成日期、日子没到，都不写入`() throws {
    try milestone("一期主体封顶") { $0.due = due }
    try milestone("二期主体封顶") { $0.due = due }
    let names = ["一期主体封顶", "二期主体封顶"]
    #expect(throws: OperationError.severalMatters(.milestones, "封顶", names)) {
      try milestone("封顶") { $0.done = PartialDate("2026-05-01") }
    }
    #expect(throws: OperationError.unknownMatter(.milestones, "竣工", known: names)) {
      try milestone("竣工") { $0.isRemoved = true }
    }
    #expect(throws: OperationError.unknownMatter(.milestones, "", known: names)) {
      try milestone(" ") { $0.due = due }
    }
    #expect(throws: OperationError.dueMissing("竣工")) {
      try milestone("竣工") { $0.person = "王工" }
    }
    let tomorrow = try #require(PartialDate("2026-05-07"))
    #expect(throws: OperationError.dayToCome(tomorrow)) {
      try milestone("一期") { $0.done = tomorrow }
    }
    #expect(try scratch.operations.entries(limit: 9).count == 4)
  }

  @Test func `新增、完成、取消都能撤销，全部撤销后什么都不剩`() throws {
    let added = try milestone("主体封顶") { $0.due = due }.edit.entry
    let done = try milestone("主体封顶") { $0.done = PartialDate("2026-05-01") }.edit.entry
    let removed = try milestone("主体封顶") { $0.isRemoved = true }.edit.entry
    #expect(try capped() == nil)
    try scratch.undo(removed)
    #expect(try capped()?.done == PartialDate("2026-05-01"))
    try scratch.undo(done)
    #expect(try capped() == Matter(due: due))
    try scratch.undo(added)
    #expect(try capped() == nil)
    _ = try scratch.operations.undo(try scratch.operations.undoPlan(of: 2), reason: nil)
    #expect(try scratch.snapshot().isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `逾期清单按那一天的台账和那一天算天数`() throws {
    try milestone("主体封顶", on: "2026-05-06") { $0.due = due }
    try milestone("联动试车", on: "2026-05-06") { $0.due = PartialDate("2026-06") }
    try milestone("主体封顶", on: "2026-07-25") { $0.done = PartialDate("2026-07-20") }
    func overdue(_ day: String?) throws -> [String: Int?] {
      let options = QuestionOptions(filter: day.map { ["as-of": [$0]] } ?? [:])
      let list = try scratch.operations(on: "2026-08-01").matters(
        .milestones, .overdue, of: nil, options)
      return Dictionary(uniqueKeysWithValues: list.items.map { ($0.named.name, $0.daysOverdue) })
    }
    #expect(try overdue("2026-06-30") == [:])
    #expect(try overdue("2026-07-21") == ["主体封顶": 21, "联动试车": 21])
    #expect(try overdue(nil) == ["联动试车": 32])
  }

  @Test func `先列应完成得早的；可以只看一条链、一个项目`() throws {
    try scratch.add(["name": "测试数据储能项目", "chain": "新能源"])
    try milestone("设备安装", of: "1") { $0.due = PartialDate("2026-09") }
    try milestone("主体封顶", of: "2") { $0.due = due }
    func names(
      _ filter: [String: [String]] = [:], of project: String? = nil
    ) throws -> [String] {
      try scratch.operations.matters(
        .milestones, .all, of: project, QuestionOptions(filter: filter)
      )
      .items.map(\.named.name)
    }
    #expect(try names() == ["主体封顶", "设备安装"])
    #expect(try names(["chain": ["新能源"]]) == ["主体封顶"])
    #expect(try names(of: "1") == ["设备安装"])
    #expect(
      try scratch.operations.matters(.problemLog, .all, of: nil, .init(filter: [:])).items == [])
  }

  @Test func `合并带走节点，同名的以留下的为准，撤销合并各归各`() throws {
    try scratch.add(["name": "测试数据减速器生产线"])
    try milestone("主体封顶", of: "1") { $0.due = due }
    try milestone("主体封顶", of: "2") { $0.due = PartialDate("2026-12") }
    try milestone("联动试车", of: "2") { $0.due = PartialDate("2026-10") }
    let before = try scratch.snapshot()
    let plan = try scratch.operations.mergePlan("2", into: "1", taking: [])
    let merge = try scratch.operations.merge(plan, reason: nil)
    #expect(try capped() == Matter(due: due))
    #expect(
      try scratch.matter(.milestones, "联动试车", of: "1") == Matter(due: PartialDate("2026-10")))
    #expect(try scratch.operations.verify().isEmpty)
    try scratch.undo(merge)
    #expect(try scratch.snapshot() == before)
  }
}
