import Foundation
import Intake
import Ledger
import Storage
import TestSupport
import Testing

@testable import Operations

/// Merges one upon another, and what is there once they are taken back: each project has again what its own rows
/// said, whatever it was called meanwhile. 测试数据
@Suite struct MergeChainTests {
  /// Each project has a sender of its own, which speaks of it alone and by its name.
  private static let projects = [
    (name: "远岭冷库", sender: "市发展改革委"), (name: "白沙渡码头", sender: "鹿寨县发改局"),
    (name: "棠溪轴承厂", sender: "市商务局"), (name: "墨江电缆厂", sender: "市科技局"),
  ]
  private static let columns = ["总投资（万元）", "投资方", "建设规模及主要内容", "合同投资额（万元）"]
  private static let fields: [Field] = [
    .totalInvestment, .investor, .content, .contractInvestment,
  ]

  private let lists: ReportedLists

  init() throws { lists = ReportedLists(scratch: try ScratchLedger()) }

  /// What offices said, which projects stand for which, and the merges that can be taken back.
  private struct Model {
    var said: [[Field: String]]
    var months: [Int]
    var into: [Int?]
    var merges: [(gone: Int, into: Int, entry: Int64)] = []

    init(_ count: Int) {
      said = Array(repeating: [:], count: count)
      months = Array(repeating: 0, count: count)
      into = Array(repeating: nil, count: count)
    }

    var standing: [Int] { into.indices.filter { into[$0] == nil } }
    /// Those that nothing was merged into either.
    var alone: [Int] { standing.filter { !into.contains($0) } }
  }

  private func tell(_ project: Int, _ words: [Field: String], _ model: inout Model) throws {
    model.months[project] += 1
    model.said[project].merge(words) { $1 }
    let told = zip(Self.fields, Self.columns).filter { words[$0.0] != nil }
    let row = ([Self.projects[project].name] + told.map { words[$0.0] ?? "" })
      .joined(separator: ",")
    try lists.take(
      Self.projects[project].sender, model.months[project],
      told.map(\.1).joined(separator: ","), [row])
  }

  private func merge(_ gone: Int, into standing: Int, _ model: inout Model) throws {
    let plan = try lists.scratch.operations.mergePlan(
      String(gone + 1), into: String(standing + 1), taking: [])
    let entry = try lists.scratch.operations.merge(plan, reason: "测试数据")
    model.into[gone] = standing
    model.merges.append((gone: gone, into: standing, entry: entry.number))
  }

  /// Takes one back; one whose project went on into another is refused, and names what is in its way.
  private func undo(_ place: Int, _ model: inout Model) throws {
    let merge = model.merges[place]
    let plan = try lists.scratch.operations.undoPlan(of: merge.entry)
    guard model.into[merge.into] == nil else {
      let bar = try #require(model.merges.last { $0.gone == merge.into })
      #expect(!plan.takesSomethingBack)
      #expect(plan.impossible.allSatisfy { $0.by == bar.entry } && !plan.impossible.isEmpty)
      return
    }
    _ = try lists.scratch.operations.undo(plan, reason: nil)
    model.merges.remove(at: place)
    model.into[merge.gone] = nil
  }

  /// What does not hold of the projects that stand alone.
  private func faults(_ model: Model) throws -> [String] {
    let records = try lists.scratch.snapshot()
    return try model.alone.flatMap { project -> [String] in
      let (name, sender) = Self.projects[project]
      let record = try #require(records[ProjectID(project + 1)])
      let statements = try lists.scratch.operations.show(String(project + 1)).statements
      return Self.fields.flatMap { field -> [String] in
        let own = model.said[project][field]
        let value = record[field].map(Self.words)
        let speakers = Set((statements[FieldKey(field)] ?? []).map(\.sender))
        let isTold = speakers.contains(sender) == (own != nil)
        let isAlone = speakers.isSubset(of: [sender])
        return (value == own ? [] : ["\(name) \(field.label)是\(value ?? "空")，应为\(own ?? "空")"])
          + (isTold && isAlone ? [] : ["\(name) \(field.label)是\(speakers.sorted())所报"])
      } + (record.text(.name) == name ? [] : ["\(name)叫\(record.text(.name) ?? "")"])
        + (record[.otherNames] == nil ? [] : ["\(name)又叫\(record[.otherNames]?.canonical ?? "")"])
    }
  }

  private static func words(_ value: Value) -> String {
    switch value {
    case .money(let sum): sum.wanYuan
    case .text(let text): text
    default: value.canonical
    }
  }

  @Test(arguments: Sequences.seeds(8))
  func `合并、报数、撤销怎么交错，单独的项目都是自己的清单所说的`(seed: UInt64) throws {
    var random = SeededNumbers(seed)
    var model = Model(4)
    for project in 0..<4 { try tell(project, words(&random), &model) }
    var acts: [String] = []
    for _ in 0..<14 {
      let standing = model.standing
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<4:
        guard let project = (0..<4).filter({ model.months[$0] < 12 }).randomElement(using: &random)
        else { continue }
        try tell(project, words(&random), &model)
        acts.append("报\(project)")
      case 4..<7 where standing.count > 1:
        let pair = standing.shuffled(using: &random)
        try merge(pair[0], into: pair[1], &model)
        acts.append("\(pair[0])入\(pair[1])")
      default:
        guard let place = model.merges.indices.randomElement(using: &random) else { continue }
        acts.append("撤\(model.merges[place].gone)入\(model.merges[place].into)")
        try undo(place, &model)
      }
      let faults = try faults(model)
      #expect(faults == [], "\(acts) \(faults)")
      if !faults.isEmpty { return }
    }
    while !model.merges.isEmpty {
      let open = model.merges.indices.filter { model.into[model.merges[$0].into] == nil }
      try undo(try #require(open.randomElement(using: &random)), &model)
      let faults = try faults(model)
      #expect(faults == [], "\(acts) 全部撤销 \(faults)")
    }
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  /// One or more of the fields, with words that offices may have in common.
  private func words(_ random: inout SeededNumbers) -> [Field: String] {
    var words: [Field: String] = [:]
    for field in Self.fields where Bool.random(using: &random) {
      let number = Int.random(in: 1...60, using: &random)
      words[field] = field.kind == .money ? "\(number * 100)" : "示例内容\(number)"
    }
    return words.isEmpty ? [.totalInvestment: "7000"] : words
  }

  @Test func `甲并入乙、乙并入丙，逐次撤销，期间报的数各归各的项目`() throws {
    var model = Model(3)
    try tell(0, [.totalInvestment: "8000"], &model)
    try tell(1, [.content: "码头两座"], &model)
    try tell(2, [.investor: "示例集团"], &model)
    try merge(0, into: 1, &model)
    try merge(1, into: 2, &model)
    try tell(0, [.totalInvestment: "8200", .contractInvestment: "8100"], &model)
    try tell(1, [.content: "码头三座"], &model)
    // The first one first: its project went on, which is told with the entry that is in the way.
    try undo(0, &model)
    #expect(model.merges.count == 2)
    try undo(1, &model)
    #expect(try faults(model) == [])
    try undo(0, &model)
    #expect(try faults(model) == [])
    try tell(0, [.totalInvestment: "8300"], &model)
    try tell(1, [.content: "码头四座"], &model)
    #expect(try faults(model) == [])
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `两个项目先后并入一个，先撤哪一个都各归各的`() throws {
    for first in [0, 1] {
      let test = try MergeChainTests()
      var model = Model(3)
      try test.tell(0, [.totalInvestment: "8000"], &model)
      try test.tell(1, [.totalInvestment: "5000", .content: "码头两座"], &model)
      try test.tell(2, [.investor: "示例集团"], &model)
      try test.merge(0, into: 2, &model)
      try test.merge(1, into: 2, &model)
      try test.tell(1, [.content: "码头三座"], &model)
      try test.tell(0, [.contractInvestment: "7900"], &model)
      try test.undo(first, &model)
      #expect(try test.faults(model) == [])
      try test.tell(first, [.totalInvestment: "6000"], &model)
      #expect(try test.faults(model) == [])
      try test.undo(0, &model)
      #expect(try test.faults(model) == [])
    }
  }
}
