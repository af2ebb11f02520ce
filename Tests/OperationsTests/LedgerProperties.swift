import Foundation
import Intake
import Ledger
import Matching
import Storage
import TestSupport
import Testing
import Wording

@testable import Operations

/// What holds of every ledger, whatever was done to it.
@Suite struct LedgerSequenceProperties {
  private static let lists = [
    "list-march.xlsx", "list-april.xlsx", "21-packages.xlsx", "16-merged-cells.xlsx",
    "10-gbk-two-level.csv", "01-reserve-library.xlsx", "14-dates.xlsx",
  ]

  private static let seeds = Sequences.seeds(3)

  @Test(arguments: seeds)
  func `导入、修改、合并、拆分、上报、移动阶段、撤销怎么交错，账都平`(seed: UInt64) throws {
    try runSequence(seed) { _, _ in }
  }

  /// Recorded time is for the ledger to keep in order.
  @Test(arguments: seeds)
  func `时钟忽前忽后，账也平`(seed: UInt64) throws {
    try runSequence(seed) { scratch, random in
      scratch.clock.skip(days: Int.random(in: -40...40, using: &random))
    }
  }

  private func runSequence(
    _ seed: UInt64, before: (ScratchLedger, inout SeededNumbers) -> Void
  ) throws {
    var random = SeededNumbers(seed)
    let scratch = try ScratchLedger()
    let catalogue = try scratch.operations.catalogue().items
    var states: [Int64: [ProjectID: Record]] = [1: [:]]
    var open: [Int64] = []
    var lists = DrawnLists()
    for _ in 0..<16 {
      before(scratch, &random)
      let standing = try scratch.snapshot()
      guard let entry = try possible({ try act(scratch, &random, &lists, undoable: &open) }) else {
        continue
      }
      let now = try scratch.snapshot()
      states[entry.number] = now
      #expect(try scratch.operations.verify().isEmpty)
      #expect(try lists.alteredByRepeating(scratch) == [], "repeated after entry \(entry.number)")
      if entry.kind == .undo { #expect(loose(now, since: standing) == []) }
    }
    for (revision, state) in states {
      #expect(try scratch.snapshot(asOf: revision) == state, "revision \(revision)")
    }
    for number in open.reversed() {
      let plan = try scratch.operations.undoPlan(of: number)
      if !plan.takesSomethingBack { continue }
      _ = try scratch.operations.undo(plan, reason: nil)
    }
    #expect(try scratch.snapshot().isEmpty)
    #expect(try scratch.operations.catalogue().items == catalogue)
    #expect(try scratch.operations.verify().isEmpty)
  }

  /// Parts that name a package which is there no longer since an act.
  private func loose(
    _ now: [ProjectID: Record], since before: [ProjectID: Record]
  ) -> [ProjectID] {
    let names = Set(now.values.compactMap { $0.text(.name) })
    let gone = Set(before.values.compactMap { $0.text(.name) }).subtracting(names)
    return now.filter { $0.value.text(.package).map(gone.contains) ?? false }.keys.sorted()
  }

  /// What an act wrote; nil also where it is refused because its day is still to come by a clock that went
  /// back.
  private func possible(_ act: () throws -> Entry?) throws -> Entry? {
    do { return try act() } catch OperationError.dayToCome { return nil }
  }

  /// One random act; nil when it had nothing to do.
  private func act(
    _ scratch: ScratchLedger, _ random: inout SeededNumbers, _ lists: inout DrawnLists,
    undoable: inout [Int64]
  ) throws -> Entry? {
    switch Int.random(in: 0..<20, using: &random) {
    case 14..<17:
      let entry = try lists.next(scratch, &random)
      if let entry { undoable.append(entry.number) }
      return entry
    case 17:
      return try split(scratch, &random, undoable: &undoable)
    case 18:
      return try merge(scratch, &random, undoable: &undoable)
    case 0..<5:
      guard let list = Self.lists.randomElement(using: &random),
        let entry = try scratch.commit(list)
      else { return nil }
      undoable.append(entry.number)
      return entry
    case 5:
      let projects = try scratch.snapshot().keys.sorted()
      guard let project = projects.randomElement(using: &random),
        let stage = ["洽谈", "签约", "开工", "建设", "投产"].randomElement(using: &random)
      else { return nil }
      let move = StageMove(
        stage: stage, date: PartialDate("2026-02"), evidence: "测试数据", reason: "测试数据")
      let entry = try scratch.operations.move(String(project), move).entry
      if let entry { undoable.append(entry.number) }
      return entry
    case 6:
      // A 单位核对表 that nobody filled in says nothing.
      let folder = scratch.folder.appending(path: "units").path
      guard
        let path = try scratch.operations.exportUnits(QuestionOptions(filter: [:]), to: folder)
          .randomElement(using: &random)?.path
      else { return nil }
      let prepared = try scratch.operations.prepare(try ReceivedFile(path: path), ImportOptions())
      #expect(!prepared.hasEffect, "what went out came back")
      return nil
    case 7:
      let projects = try scratch.snapshot().keys.sorted()
      guard let project = projects.randomElement(using: &random) else { return nil }
      let sum = Int.random(in: 1...99_999, using: &random)
      let entry = try scratch.operations.edit(
        String(project), [Assignment(field: "total_investment", text: "\(sum)万元")], reason: nil
      ).entry
      if let entry { undoable.append(entry.number) }
      return entry
    case 8:
      return try merge(scratch, &random, undoable: &undoable)
    case 9:
      let value = Int.random(in: 1...999, using: &random)
      let entry = try scratch.operations.report(
        "汽车产值", value: "\(value)亿元", period: "2026-01..03", basis: "测试数据")
      undoable.append(entry.number)
      return entry
    case 10, 11:
      let projects = try scratch.snapshot().keys.sorted()
      guard let project = projects.randomElement(using: &random) else { return nil }
      let entry = try follow(scratch, String(project), &random)
      if let entry { undoable.append(entry.number) }
      return entry
    default:
      guard let number = undoable.last else { return nil }
      let plan = try scratch.operations.undoPlan(of: number)
      undoable.removeLast()
      lists.forget()
      return plan.takesSomethingBack ? try scratch.operations.undo(plan, reason: nil) : nil
    }
  }

  /// Two random projects become the parts of a third, or a package loses all of its own.
  private func split(
    _ scratch: ScratchLedger, _ random: inout SeededNumbers, undoable: inout [Int64]
  ) throws -> Entry? {
    let known = try scratch.snapshot().keys.sorted()
    let projects = known.shuffled(using: &random).prefix(3).map { String($0) }
    guard projects.count == 3 else { return nil }
    do {
      let entry =
        Bool.random(using: &random)
        ? try scratch.operations.split(projects[0], into: Array(projects[1...]), reason: "测试数据")
          .entry
        : try scratch.operations.unsplit(projects[0], parts: [], reason: "测试数据").entry
      if let entry { undoable.append(entry.number) }
      return entry
    } catch is PairError {
      return nil
    } catch is OperationError {
      return nil
    }
  }

  /// Two random projects are called one, whatever they are.
  private func merge(
    _ scratch: ScratchLedger, _ random: inout SeededNumbers, undoable: inout [Int64]
  ) throws -> Entry? {
    let projects = try scratch.snapshot().keys.sorted()
    guard let one = projects.randomElement(using: &random),
      let into = projects.randomElement(using: &random), one != into
    else { return nil }
    let prepared = try scratch.operations.mergePlan(String(one), into: String(into), taking: [])
    let entry = try scratch.operations.merge(prepared, reason: "测试数据")
    undoable.append(entry.number)
    return entry
  }
}

extension LedgerSequenceProperties {
  /// A milestone or problem entered, done or taken away; nil when that says nothing new.
  fileprivate func follow(
    _ scratch: ScratchLedger, _ project: String, _ random: inout SeededNumbers
  ) throws -> Entry? {
    let isProblem = Bool.random(using: &random)
    let field: Field = isProblem ? .problemLog : .milestones
    let known = try scratch.operations.show(project).project.record.matters(field).map(\.name)
    let name = known.randomElement(using: &random)
    var act = MatterAct()
    switch (name, Int.random(in: 0..<4, using: &random)) {
    case (_?, 0): act.isRemoved = true
    case (_?, 1) where isProblem: act.isClosed = true
    case (_?, 1): act.done = PartialDate("2026-03-01")
    default: act.due = PartialDate("2026-0\(Int.random(in: 1...9, using: &random))")
    }
    let text = name ?? "测试数据事项\(Int.random(in: 1...9, using: &random))"
    return isProblem
      ? try scratch.operations.problem(project, text, act).edit.entry
      : try scratch.operations.milestone(project, text, act).edit.entry
  }
}
