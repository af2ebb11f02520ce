import Foundation
import Intake
import Ledger
import Matching
import Storage
import TestSupport
import Testing
import Wording

@testable import Operations

/// The rank of a hand edit is that of the account's unit: what a lower rank says waits, and overwrites nothing.
@Suite struct HandWordTests {
  let scratch: ScratchLedger
  /// Nothing alike: rows that may be another project are a question of their own.
  static let names = ["霁川铸造", "棠溪食品", "朔望光电", "湛野储能", "云岫关节", "青桐纸业"]

  init() throws {
    scratch = try ScratchLedger()
    try list(
      "市发展改革委",
      (1...6).map {
        "测试\(Self.names[$0 - 1]),鹿寨县,\($0)000,签约,内容\($0),业主\($0)"
      })
  }

  func list(
    _ sender: String, _ rows: [String], head: String = "项目名称,县区,总投资（万元）,阶段,建设规模及主要内容,项目业主"
  ) throws {
    let file = scratch.folder.appending(path: "\(sender).csv")
    try ([head] + rows).joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    _ = try scratch.operations.commit(
      try scratch.operations.prepare(
        try ReceivedFile(path: file.path), ImportOptions(year: 2026, sender: sender)))
  }

  func operations(_ role: String, _ scope: Scope, unit: String?) throws -> LedgerOperations {
    let person = Person(
      login: role, name: "测试\(role)", unit: unit, grants: [Grant(role: role, scope: scope)])
    return LedgerOperations(
      path: scratch.operations.path, person: person,
      actor: person.actor(in: try scratch.operations.catalogue()), now: scratch.operations.now)
  }

  func county() throws -> LedgerOperations {
    try operations("county", .areas(["450223"]), unit: "gov-luzhai")
  }

  func value(_ project: ProjectID, _ field: Field) throws -> Value? {
    try scratch.operations.show(String(project)).project.record[field]
  }

  @Test func `县区改发改归口的数，不写，转待办；别的照写`() throws {
    let outcome = try county().edit(
      "1",
      [
        Assignment(field: "总投资", text: "5亿元"), Assignment(field: "建设规模及主要内容", text: "改了内容"),
      ], reason: "测试")
    #expect(outcome.held.map(\.key) == [FieldKey(.totalInvestment)])
    #expect(outcome.changes.map(\.key) == [FieldKey(.content)])
    #expect(try value(1, .totalInvestment) == .money(Money(fen: 1_000_000_000)))
    #expect(try value(1, .content) == .text("改了内容"))
    let waiting = try scratch.operations.queue([.difference, .conflict]).items
    #expect(waiting.map(\.key) == [FieldKey(.totalInvestment)])
    #expect(waiting.map(\.sender) == ["鹿寨县人民政府"])
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `归口单位和管台账的人改了就写；空着的谁都能填`() throws {
    let planning = try operations("planning", .everything, unit: "drc")
    #expect(try planning.edit("1", [Assignment(field: "总投资", text: "6亿元")], reason: nil).held == [])
    let bureau = try operations("planning", .everything, unit: nil)
    #expect(try bureau.edit("1", [Assignment(field: "总投资", text: "7亿元")], reason: nil).held == [])
    #expect(try value(1, .totalInvestment) == .money(Money(fen: 70_000_000_000)))
    let filled = try county().edit(
      "2", [Assignment(field: "固定资产投资", text: "1亿元")], reason: nil)
    #expect(filled.held == [])
    #expect(filled.entry != nil)
  }

  @Test func `归口单位的人手改的，县区也改不动`() throws {
    let planning = try operations("planning", .everything, unit: "drc")
    _ = try planning.edit("1", [Assignment(field: "总投资", text: "6亿元")], reason: nil)
    let outcome = try county().edit("1", [Assignment(field: "总投资", text: "8亿元")], reason: nil)
    #expect(outcome.held.count == 1)
    #expect(try value(1, .totalInvestment) == .money(Money(fen: 60_000_000_000)))
    #expect(try scratch.operations.queue([.difference, .conflict]).items.count == 1)
  }

  @Test func `低一级的不能清空，也不能转段`() throws {
    let groups = try scratch.operations.catalogue().authority
    let group = groups.group(of: FieldKey(.totalInvestment))?.name ?? ""
    #expect(throws: OperationError.clearsOwned(.totalInvestment, group: group)) {
      try county().edit("1", [Assignment(field: "总投资", text: "")], reason: nil)
    }
    let moved = try county().move("3", StageMove(stage: "开工", reason: "测试"))
    #expect(moved.held.contains { $0.key == FieldKey(.stage) })
    #expect(try value(3, .stage) == .reference("sign"))
    // Nothing of the move is written by half: the stage's day neither.
    #expect(moved.changes.isEmpty)
    #expect(try value(3, .startActual) == nil)
  }

  @Test func `没有单位的账户，手改也压不过归口单位`() throws {
    let nobody = try operations("county", .areas(["450223"]), unit: nil)
    let outcome = try nobody.edit(
      "1", [Assignment(field: "总投资", text: "5亿元"), Assignment(field: "备注", text: "测试")],
      reason: nil)
    #expect(outcome.held.map(\.key) == [FieldKey(.totalInvestment)])
    #expect(outcome.entry?.counts.updated == 1)
    #expect(try value(1, .totalInvestment) == .money(Money(fen: 1_000_000_000)))
  }

  @Test(arguments: ["", "报送单位：市发展改革委\n"], [nil, "市发展改革委"])
  func `县区导入的清单就是县区说的，写成谁报的都一样`(title: String, sender: String?) throws {
    let before = try scratch.snapshot()
    let text = title + "项目名称,县区,总投资（万元）,阶段,项目业主\n测试霁川铸造,鹿寨县,99,建设,业主1\n"
    let file = scratch.folder.appending(path: "假冒.csv")
    try text.write(to: file, atomically: true, encoding: .utf8)
    let prepared = try county().prepare(
      try ReceivedFile(path: file.path), ImportOptions(year: 2026, sender: sender))
    #expect(prepared.plan.sender == "鹿寨县人民政府")
    _ = try county().commit(prepared)
    let after = try scratch.snapshot()
    for field in [Field.totalInvestment, .stage] {
      #expect(after[1]?[field] == before[1]?[field], "\(field)")
    }
    let waiting = try scratch.operations.queue([.difference, .conflict]).items
    #expect(Set(waiting.compactMap(\.key)) == [FieldKey(.totalInvestment), FieldKey(.stage)])
    #expect(waiting.allSatisfy { $0.sender == "鹿寨县人民政府" })
  }

  @Test func `同一个项目不能再建一次`() throws {
    let again = ["项目名称": "测试霁川铸造", "县区": "鹿寨县"].map { Assignment(field: $0, text: $1) }
    #expect(throws: OperationError.projectExists(1, name: "测试霁川铸造")) {
      try county().add(again, reason: nil)
    }
  }

  @Test func `采用之后出处是县区填的那一格，撤得回来，账一直平`() throws {
    let before = try scratch.snapshot()
    _ = try county().edit("1", [Assignment(field: "总投资", text: "5亿元")], reason: "测试")
    #expect(try scratch.snapshot() == before)
    let said = try #require(try scratch.operations.disagreements().first)
    let entry = try scratch.operations.settle(said, .list, reason: "采用")
    let view = try scratch.operations.show("1")
    #expect(view.project.record[.totalInvestment] == .money(Money(fen: 50_000_000_000)))
    let origin = try #require(view.origins[FieldKey(.totalInvestment)])
    #expect(origin.fileName == "手工填报.csv")
    #expect(origin.cell == "B2")
    #expect(try scratch.operations.verify().isEmpty)
    #expect(try scratch.operations.queue([.difference, .conflict]).items.isEmpty)
    _ = try scratch.operations.undo(scratch.operations.undoPlan(of: entry.number), reason: nil)
    #expect(try scratch.snapshot() == before)
    #expect(try scratch.snapshot(asOf: entry.number - 1) == before)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test(arguments: Sequences.seeds(4)) func `怎么改，归口的数一个也不盖掉，各不相同的在待办里各一次`(
    seed: UInt64
  ) throws {
    var random = SeededNumbers(seed)
    let county = try county()
    let owned: [Field] = [.totalInvestment, .stage]
    let before = try scratch.snapshot()
    var said: [ProjectID: [Field: Value]] = [:]
    for step in 0..<24 {
      let project = ProjectID.random(in: 1...6, using: &random)
      let field = owned.randomElement(using: &random) ?? .stage
      let text =
        field == .stage
        ? ["开工", "建设", "竣工", "谋划"].randomElement(using: &random) ?? ""
        : "\(project)\(Int.random(in: 1...9, using: &random))00万元"
      if step % 3 == 2 {
        // 同样的话也写在清单里报来；清单里没有的列，它没有说。
        try list(
          "鹿寨县人民政府", ["测试\(Self.names[Int(project) - 1]),鹿寨县,业主\(project),\(text)"],
          head: "项目名称,县区,项目业主,\(field.label)")
      } else {
        _ = try county.edit(
          String(project), [Assignment(field: field.label, text: text)], reason: "测试")
      }
      let value = try county.read(
        [Assignment(field: field.label, text: text)],
        scratch.operations.catalogue()
      ).values.first { $0.key == FieldKey(field) }?.value
      said[project, default: [:]][field] = value
    }
    let now = try scratch.snapshot()
    for (id, record) in before {
      for field in owned { #expect(now[id]?[field] == record[field]) }
    }
    let waiting = try scratch.operations.queue([.difference, .conflict]).items
    let places = waiting.compactMap { item in
      item.key.map { "\(item.project ?? 0) \($0.field.id)" }
    }
    let expected = said.flatMap { id, fields in
      fields.filter { field, value in before[id]?[field] != value }
        .map { "\(id) \($0.key.id)" }
    }
    #expect(places.sorted() == expected.sorted())
    // 采用几处，再乱着次序撤回：回到原样，待办里又各一次，先前每张凭证时的台账都不变。
    let past = try (1...scratch.operations.standing().revision).map {
      try scratch.snapshot(asOf: $0)
    }
    var adopted: [Int64] = []
    for _ in 0..<3 {
      guard let word = try scratch.operations.disagreements().randomElement(using: &random) else {
        break
      }
      adopted.append(try scratch.operations.settle(word, .list, reason: "采用").number)
    }
    #expect(adopted.isEmpty == expected.isEmpty)
    for entry in adopted.shuffled(using: &random) {
      _ = try scratch.operations.undo(scratch.operations.undoPlan(of: entry), reason: nil)
    }
    #expect(try scratch.snapshot() == now)
    #expect(try scratch.operations.queue([.difference, .conflict]).items.count == expected.count)
    for (index, snapshot) in past.enumerated() {
      #expect(try scratch.snapshot(asOf: Int64(index + 1)) == snapshot)
    }
    #expect(try scratch.operations.verify().isEmpty)
  }
}
