import Foundation
import Intake
import Ledger
import Matching
import Storage
import TestSupport
import Testing

@testable import Operations

/// Three senders of different rank, months in any order, edits, answers, merges and undos: whoever says what,
/// the books balance, and no word overwrites one that counts more. 测试数据
@Suite struct RankedSendersProperties {
  private static let seeds = Sequences.seeds(4)

  private static let senders = ["市发展改革委", "市工信局", "鹿寨县发改局"]
  private static let projects = ["远岭冷库", "白沙渡码头", "青石电缆厂", "龙潭仓储中心"]
  private static let columns = "牵头单位,责任单位,总投资（万元）,2026年完成投资（万元）,形象进度,计划竣工时间,备注"
  private static let ruled: Set<Field> = [
    .totalInvestment, .done, .progress, .monthlyProgress, .leadUnits,
  ]

  @Test(arguments: seeds)
  func `名次低的从不覆盖名次高的，账平，撤销到底为空`(seed: UInt64) throws {
    var random = SeededNumbers(seed)
    let scratch = try ScratchLedger()
    let catalogue = try scratch.operations.catalogue().items
    var weights = Weights()
    var states: [Int64: [ProjectID: Record]] = [1: [:]]
    var open: [Int64] = []
    var acts: [String] = []
    for _ in 0..<24 {
      let before = try scratch.snapshot()
      guard let (entry, rank, isByPerson) = try act(scratch, &random, &open, merges: true) else {
        continue
      }
      let after = try scratch.snapshot()
      acts.append("\(entry.number) \(entry.kind) \(entry.source?.sender ?? "")")
      states[entry.number] = after
      for place in weights.note(before, after, entry, rank, isByPerson: isByPerson) {
        Issue.record("seed \(seed), entry \(entry.number): \(place); \(acts)")
      }
      let findings = try scratch.operations.verify()
      #expect(findings == [], "entry \(entry.number) \(entry.kind)")
    }
    for (revision, state) in states {
      #expect(try scratch.snapshot(asOf: revision) == state, "revision \(revision)")
    }
    for number in open.reversed() {
      let plan = try scratch.operations.undoPlan(of: number)
      if plan.takesSomethingBack { _ = try scratch.operations.undo(plan, reason: nil) }
    }
    #expect(try scratch.snapshot().isEmpty)
    #expect(try scratch.operations.catalogue().items == catalogue)
    #expect(try scratch.operations.disagreements().isEmpty)
    #expect(try scratch.operations.verify() == [])
  }

  @Test(arguments: seeds) func `没有合并时，撤销不论先后，撤到底为空`(seed: UInt64) throws {
    var random = SeededNumbers(seed &+ 1_000)
    let scratch = try ScratchLedger()
    let catalogue = try scratch.operations.catalogue().items
    var open: [Int64] = []
    for _ in 0..<20 { _ = try act(scratch, &random, &open, merges: false) }
    // What stays for what came later goes once that is gone.
    open.shuffle(using: &random)
    for _ in open where !open.isEmpty {
      let left = try open.filter { number in
        let plan = try scratch.operations.undoPlan(of: number)
        if plan.takesSomethingBack { _ = try scratch.operations.undo(plan, reason: nil) }
        return !plan.takesSomethingBack
      }
      let findings = try scratch.operations.verify()
      #expect(findings == [])
      if left.count == open.count { break }
      open = left
    }
    #expect(open == [])
    #expect(try scratch.snapshot().isEmpty)
    #expect(try scratch.operations.catalogue().items == catalogue)
    #expect(try scratch.operations.disagreements().isEmpty)
  }

  /// One random act, with what the word behind it weighs by field; nil for a person's. Without merges acts are taken
  /// back in any order.
  private func act(
    _ scratch: ScratchLedger, _ random: inout SeededNumbers, _ open: inout [Int64], merges: Bool
  ) throws -> (Entry, rank: ((Field) -> Int)?, isByPerson: Bool)? {
    switch Int.random(in: 0..<12, using: &random) {
    case 0..<7:
      let sender = Int.random(in: 0..<3, using: &random)
      guard let entry = try list(scratch, sender, &random) else { return nil }
      open.append(entry.number)
      return (entry, { Self.rank(sender, $0) }, false)
    case 7:
      guard let project = try scratch.snapshot().keys.sorted().randomElement(using: &random) else {
        return nil
      }
      let sum = Int.random(in: 1...4, using: &random) * 1_000
      let entry = try scratch.operations.edit(
        String(project), [Assignment(field: "total_investment", text: "\(sum)万元")], reason: nil
      ).entry
      if let entry { open.append(entry.number) }
      return entry.map { ($0, nil, true) }
    case 8, 9:
      guard let held = try scratch.operations.disagreements().randomElement(using: &random) else {
        return nil
      }
      let choice: Settlement.Choice = Bool.random(using: &random) ? .list : .hand
      let entry = try scratch.operations.settle(held, choice, reason: nil)
      open.append(entry.number)
      // A word that a person takes over is still its sender's, who may say another one.
      let sender = Self.senders.firstIndex(of: held.said.sender)
      return (
        entry, choice == .list ? sender.map { sender in { Self.rank(sender, $0) } } : nil, true
      )
    case 10 where merges:
      let known = try scratch.snapshot().keys.sorted().shuffled(using: &random)
      guard known.count > 2 else { return nil }
      let plan = try scratch.operations.mergePlan(
        String(known[0]), into: String(known[1]), taking: [])
      let entry = try scratch.operations.merge(plan, reason: "测试数据")
      open.append(entry.number)
      return (entry, nil, true)
    default:
      let place = merges ? open.indices.last : open.indices.randomElement(using: &random)
      guard let place else { return nil }
      let plan = try scratch.operations.undoPlan(of: open[place])
      if !merges && !plan.takesSomethingBack { return nil }
      open.remove(at: place)
      return plan.takesSomethingBack
        ? (try scratch.operations.undo(plan, reason: nil), nil, true) : nil
    }
  }

  private func list(
    _ scratch: ScratchLedger, _ sender: Int, _ random: inout SeededNumbers
  ) throws -> Entry? {
    func some(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    let count = Int.random(in: 1...4, using: &random)
    let rows = Self.projects.shuffled(using: &random).prefix(count).map { name in
      [
        name, "市工业和信息化局", "鹿寨县人民政府", some(["", "1000", "2000", "3000", "4000"]),
        some(["", "100", "200", "300"]), some(["", "打桩", "封顶"]),
        some(["", "2026年", "2026年11月", "2027年"]), some(["", "甲公司", "乙公司"]),
      ].joined(separator: ",")
    }
    let month = Int.random(in: 2...6, using: &random)
    let prepared = try ReportedLists(scratch: scratch).prepare(
      Self.senders[sender], month, Self.columns, rows)
    return try scratch.operations.commit(prepared)
  }

  /// What the rule in force says of a sender, written anew.
  private static func rank(_ sender: Int, _ field: Field) -> Int {
    switch field {
    case .totalInvestment, .leadUnits: sender == 0 ? 0 : 1
    case .done, .progress, .monthlyProgress: sender == 0 ? 1 : 0
    default: 0
    }
  }

  /// What the word behind each value weighs, as it came about.
  private struct Weights {
    private struct Place: Hashable {
      let project: ProjectID
      let key: FieldKey
    }

    private var all: [Place: [(value: Value, rank: Int)]] = [:]

    /// Notes an act; the values of ruled fields that a word of lower rank overwrote.
    mutating func note(
      _ before: [ProjectID: Record], _ after: [ProjectID: Record], _ entry: Entry,
      _ rank: ((Field) -> Int)?, isByPerson: Bool
    ) -> [String] {
      var overwritten: [String] = []
      for (project, record) in after {
        for known in record.entries where before[project]?[known.key] != known.value {
          let place = Place(project: project, key: known.key)
          // A word that was held, and that an undo lets count, weighs as little as any.
          let new =
            rank?(known.key.field) ?? earlier(known, project, entry)
            ?? (entry.kind == .undo ? 2 : -1)
          if !isByPerson, let standing = before[project]?[known.key],
            RankedSendersProperties.ruled.contains(known.key.field),
            let last = all[place]?.last(where: { $0.value == standing }),
            new > max(last.rank, 0)
          {
            overwritten.append(
              "\(project) \(known.key.text): \(all[place] ?? []), then \(known.value) of \(new)")
          }
          all[place, default: []].append((known.value, new))
        }
      }
      return overwritten
    }

    /// What an undo or a merge brings back weighs what it weighed.
    private func earlier(
      _ known: Record.Entry, _ project: ProjectID, _ entry: Entry
    ) -> Int? {
      guard entry.kind == .undo || entry.kind == .merge else { return nil }
      let from = entry.particulars.merge?.project ?? project
      return all[Place(project: from, key: known.key)]?.last { $0.value == known.value }?.rank
    }
  }
}
