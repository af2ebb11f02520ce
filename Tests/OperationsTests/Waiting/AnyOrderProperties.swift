import Foundation
import Intake
import Ledger
import Matching
import Storage
import TestSupport
import Testing

@testable import Operations

/// Three senders of three ranks, each with lists of several months: in whatever order they come, the ledger holds
/// the same and the same waits. 测试数据
@Suite struct AnyOrderProperties {
  private static let seeds = Sequences.seeds(8)
  private static let senders = ["市发展改革委", "市工业和信息化局", "市投资促进局"]

  private struct List {
    let sender: String
    let month: Int
    let rows: [String]
  }

  @Test(arguments: seeds) func `各家清单先后怎么到，账一样，待办也一样`(seed: UInt64) throws {
    var random = SeededNumbers(seed)
    let lists = Self.senders.flatMap { sender in
      (0..<Int.random(in: 1...3, using: &random)).map { place in
        let rows = ["远岭冷库", "白沙渡码头"].map { name in
          "\(name),\(Int.random(in: 1...3, using: &random) * 1_000),\(Int.random(in: 1...3, using: &random) * 10)"
        }
        return List(sender: sender, month: place * 3 + 1, rows: rows)
      }
    }
    var first: (balance: [String: Record], queue: [String])?
    for _ in 0..<4 {
      let found = try outcome(lists.shuffled(using: &random))
      if let first {
        #expect(found.balance == first.balance)
        #expect(found.queue == first.queue)
      }
      first = first ?? found
    }
  }

  /// What the ledger holds by name, and what waits, with both sides.
  private func outcome(_ lists: [List]) throws -> (balance: [String: Record], queue: [String]) {
    let scratch = try ScratchLedger()
    for group in ["planning", "progress"] {
      _ = try scratch.operations.setItem(
        .setting, code: "authority", isNew: false,
        [(path: "groups.\(group).owners", text: "drc > iit > invest-promo")], reason: nil)
    }
    for list in lists {
      try ReportedLists(scratch: scratch).take(
        list.sender, list.month, "总投资（万元）,2026年\(list.month)月完成投资（万元）", list.rows)
    }
    let records = try scratch.snapshot().values
    let queue = try scratch.operations.queue([.conflict, .difference]).items.map { item in
      let sides = item.sides.map { $0.says.entries.map { "\($0.key.text)=\($0.value.canonical)" } }
      return "\(item.id.kind) \(item.name) \(item.sender) \(sides)"
    }
    #expect(try scratch.operations.verify().isEmpty)
    return (
      Dictionary(records.map { ($0.text(.name) ?? "", $0) }) { first, _ in first }, queue.sorted()
    )
  }
}
