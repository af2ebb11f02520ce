import Foundation
import Intake
import Ledger
import Matching
import Storage
import TestSupport
import Testing

@testable import Operations

/// What holds of the queue, whatever lists came and whatever was answered. 测试数据
@Suite struct QueueProperties {
  private static let senders = ["市发展改革委", "市工业和信息化局"]
  private static let names =
    (1...4).map { "示例岭标准厂房\($0)号楼" }
    + ["示例岭标准厂房", "示例岭标准厂房（一期）", "示例岭厂房", "示例谷冷链物流中心", "示例谷物流中心"]

  @Test(arguments: Sequences.seeds(3))
  func `没有一行等两遍；全部答了就空；全部撤销就空；账一直平`(seed: UInt64) throws {
    var random = SeededNumbers(seed)
    let scratch = try ScratchLedger()
    for _ in 0..<8 {
      try act(scratch, &random)
      try expectOnce(scratch)
    }
    try answerAll(scratch, &random)
    #expect(try scratch.operations.queue().items.map(\.id.text) == [])
    #expect(try scratch.operations.verify().isEmpty)
    try undoAll(scratch)
    #expect(try scratch.snapshot().isEmpty)
    #expect(try scratch.operations.queue().items.map(\.id.text) == [])
    #expect(try scratch.operations.verify().isEmpty)
  }

  /// No row of a sender waits twice, saying the same under one name.
  private func expectOnce(_ scratch: ScratchLedger) throws {
    let rows = try scratch.operations.queue([.row]).items.map { item in
      [item.sender, item.name, item.sides.first.map { "\($0.says)" } ?? ""]
    }
    #expect(Set(rows).count == rows.count)
    let ids = try scratch.operations.queue().items.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  private func act(_ scratch: ScratchLedger, _ random: inout SeededNumbers) throws {
    switch Int.random(in: 0..<6, using: &random) {
    case 0..<3:
      var rows: [String] = []
      for name in Self.names.shuffled(using: &random).prefix(4) {
        let owner = ["", "示例岭开发公司", "示例谷物流公司"].randomElement(using: &random) ?? ""
        let chain = ["", "新能源", "轴瓦制造"].randomElement(using: &random) ?? ""
        rows.append("\(name),\(owner),柳南区,\(Int.random(in: 1...3, using: &random))000,\(chain)")
      }
      if Bool.random(using: &random), let first = rows.first { rows.append(first) }
      let text = (["项目名称,业主单位,县区,总投资（万元）,产业链"] + rows).joined(separator: "\n")
      let sender = Self.senders.randomElement(using: &random)
      _ = try scratch.operations.commit(
        scratch.operations.prepare(
          ReceivedFile(name: "测试数据.csv", bytes: Array(text.utf8)),
          ImportOptions(year: 2026, sender: sender)))
    case 3:
      guard let project = try scratch.snapshot().keys.sorted().randomElement(using: &random) else {
        return
      }
      let sum = Int.random(in: 4...9, using: &random)
      _ = try scratch.operations.edit(
        String(project), [Assignment(field: "总投资", text: "\(sum)000万元")], reason: nil)
    case 4:
      guard let item = try scratch.operations.queue().items.randomElement(using: &random) else {
        return
      }
      try answer(item, scratch, &random)
    default:
      guard let entry = try standing(scratch).first else { return }
      try undo(entry.number, scratch)
    }
  }

  private func answer(
    _ item: PendingItem, _ scratch: ScratchLedger, _ random: inout SeededNumbers
  ) throws {
    let choices: [PendingAnswer.Choice]
    switch item.matter {
    case .row(.repeated): choices = [.same, .new, .left]
    case .row: choices = item.project.map { [.project($0), .new, .left] } ?? [.new, .left]
    case .conflict, .difference: choices = [.list, .left, .value("2500万元")]
    case .word, .header:
      let yaml = """
        sender: \(item.sender)
        decisions:
        - {kind: chain, value: 轴瓦制造, canonical: \(["高端装备制造", "ignore"].randomElement(using: &random) ?? "")}
        """
      _ = try scratch.operations.decide(DecisionFile(yaml: yaml.utf8), reason: nil)
      return
    case .duplicate:
      let answer = ["same", "different"].randomElement(using: &random) ?? ""
      let file = DecisionFile(others: [.init(line: 1, id: item.id, answer: answer)])
      _ = try scratch.operations.decide(file, reason: nil)
      return
    case .list, .missing: choices = [.left]
    }
    guard let choice = choices.randomElement(using: &random) else { return }
    _ = try scratch.operations.settle([PendingAnswer(item.id, choice)], reason: nil)
  }

  /// An answer may raise another question: a new project may be like another one.
  private func answerAll(_ scratch: ScratchLedger, _ random: inout SeededNumbers) throws {
    for _ in 0..<200 {
      guard let item = try scratch.operations.queue().items.first else { return }
      try answer(item, scratch, &random)
    }
  }

  private func undo(_ entry: Int64, _ scratch: ScratchLedger) throws {
    do {
      let plan = try scratch.operations.undoPlan(of: entry)
      if plan.takesSomethingBack { _ = try scratch.operations.undo(plan, reason: nil) }
    } catch StorageError.alreadyUndone {
    } catch StorageError.cannotUndo {
    }
  }

  /// Takes back every act that stands, the latest first.
  private func undoAll(_ scratch: ScratchLedger) throws {
    for entry in try standing(scratch) { try undo(entry.number, scratch) }
  }

  /// The acts that nobody took back, the latest first.
  private func standing(_ scratch: ScratchLedger) throws -> [Entry] {
    let entries = try scratch.operations.entries(limit: 999)
    let undone = Set(entries.compactMap(\.undoes))
    return entries.filter { ![.setup, .undo].contains($0.kind) && !undone.contains($0.number) }
  }
}
