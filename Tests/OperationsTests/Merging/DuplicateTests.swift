import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing
import Wording

@testable import Operations

/// Two entries of the ledger that may be one project: asked once, answered for good. 测试数据
@Suite struct DuplicateTests {
  let scratch: ScratchLedger

  init() throws { scratch = try ScratchLedger() }

  @discardableResult
  private func add(_ values: [String: String]) throws -> ProjectID {
    let assignments = values.map { Assignment(field: $0.key, text: $0.value) }
    return try #require(try scratch.operations.add(assignments, reason: nil).project)
  }

  private func twins() throws -> (ProjectID, ProjectID) {
    (
      try add([
        "name": "远岭陶瓷釉料生产线", "owner": "远岭釉料有限公司", "district": "柳城县",
        "total_investment": "8000",
      ]),
      try add([
        "name": "远岭陶瓷釉料生产线项目（一期）", "owner": "远岭釉料有限公司", "district": "柳城县",
        "total_investment": "8000",
      ])
    )
  }

  @Test func `相像的一对列出，说明分数和理由`() throws {
    let (one, other) = try twins()
    try add(["name": "白沙渡文旅码头", "owner": "白沙渡文旅公司", "district": "融安县"])
    let queue = try scratch.operations.duplicates(withPutOff: false)
    #expect(queue.map { [$0.duplicate.one.id, $0.duplicate.other.id] } == [[one, other]])
    let duplicate = try #require(queue.first?.duplicate)
    #expect(duplicate.judgement.reason == .phaseOnOneSide)
    #expect((60..<100).contains(duplicate.likeness.score))
    #expect(duplicate.likeness.signs.map(\.trait) == [.name, .company, .place, .amount])
  }

  @Test func `查过记下的一对，大台账的待办里列出，答了就不列；再查一样的不再记`() throws {
    let (one, other) = try twins()
    func noted() throws -> [ProjectPair] {
      try scratch.operations.reading { try DuplicateCandidates($0, $1, few: 0).open.map(\.pair) }
    }
    #expect(try noted().isEmpty)
    let entry = try #require(try scratch.operations.noteDuplicates().entry)
    #expect(try noted() == [ProjectPair(one, other)])
    #expect(try scratch.operations.noteDuplicates().entry == nil)
    let answer = try scratch.operations.distinguish(
      String(one), String(other), .different, reason: nil)
    #expect(try noted().isEmpty)
    try scratch.undo(answer.entry)
    try scratch.undo(entry)
    #expect(try noted().isEmpty)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `期次不同或代码不同的不列`() throws {
    try add(["name": "远岭釉料项目二期", "owner": "远岭釉料有限公司"])
    try add(["name": "远岭釉料项目三期", "owner": "远岭釉料有限公司"])
    try add(["name": "青石电缆厂", "code": "2509-140602-89-05-864976"])
    try add(["name": "青石电缆厂", "code": "2509-320193-89-01-544060"])
    #expect(try scratch.operations.duplicates(withPutOff: false).isEmpty)
  }

  @Test func `认定不同就不再问，收回再问，搁置只在要看时列出`() throws {
    let (one, other) = try twins()
    func answer(_ answer: DuplicateDecision.Answer) throws {
      _ = try scratch.operations.distinguish(String(other), String(one), answer, reason: nil)
    }
    try answer(.different)
    #expect(try scratch.operations.duplicates(withPutOff: true).isEmpty)
    try answer(.revoked)
    #expect(try scratch.operations.duplicates(withPutOff: false).count == 1)
    try answer(.later)
    #expect(try scratch.operations.duplicates(withPutOff: false).isEmpty)
    #expect(try scratch.operations.duplicates(withPutOff: true).map(\.isPutOff) == [true])
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `对一个项目的认定，合并后对留下的项目仍算数`() throws {
    let (one, other) = try twins()
    let third = try add(["name": "远岭陶瓷釉料生产基地", "owner": "远岭釉料有限公司", "district": "鹿寨县"])
    _ = try scratch.operations.distinguish(String(third), String(other), .different, reason: nil)
    try merge(third, into: one)
    #expect(try scratch.operations.duplicates(withPutOff: true).isEmpty)
  }

  @Test func `一个项目不能与自己相同或不同`() throws {
    let (one, _) = try twins()
    #expect(throws: PairError.oneProject(one)) {
      try scratch.operations.mergePlan(String(one), into: "远岭陶瓷釉料生产线", taking: [])
    }
    #expect(throws: PairError.oneProject(one)) {
      try scratch.operations.distinguish(String(one), String(one), .different, reason: nil)
    }
  }

  // MARK: Next month

  @Test func `合并后，报过并入项目的单位下月再报，认得留下的项目`() throws {
    try list("3月", "远岭陶瓷釉料生产线,远岭釉料有限公司,柳城县,8000,谋划")
    let kept = try add(["name": "远岭高端釉料智造园", "code": "2509-140602-89-05-864976"])
    let entry = try merge(1, into: kept)
    let april = try prepare("4月", "远岭陶瓷釉料生产线,远岭釉料有限公司,柳城县,9000,谋划")
    #expect(april.plan.rows.map(\.known?.id) == [kept])
    #expect(
      april.plan.rows.map(\.changes) == [
        [
          FieldChange(
            key: FieldKey(.totalInvestment), before: .money(Money(fen: 8_000_000_000)),
            after: .money(Money(fen: 9_000_000_000)))
        ]
      ])
    #expect(april.plan.notInFile.isEmpty)
    let plan = try scratch.operations.undoPlan(of: entry.number)
    _ = try scratch.operations.undo(plan, reason: nil)
    let again = try prepare("4月", "远岭陶瓷釉料生产线,远岭釉料有限公司,柳城县,9000,谋划")
    #expect(again.plan.rows.map(\.known?.id) == [1])
    #expect(try scratch.operations.verify().isEmpty)
  }

  @discardableResult
  private func merge(_ project: ProjectID, into kept: ProjectID) throws -> Entry {
    let prepared = try scratch.operations.mergePlan(String(project), into: String(kept), taking: [])
    return try scratch.operations.merge(prepared, reason: nil)
  }

  private func prepare(_ month: String, _ rows: String...) throws -> PreparedImport {
    let file = scratch.folder.appending(path: "测试数据\(month).csv")
    let text = (["项目名称,业主单位,县区,总投资（万元）,项目阶段"] + rows).joined(separator: "\n")
    try Data(text.utf8).write(to: file)
    return try scratch.operations.prepare(
      try ReceivedFile(path: file.path), ImportOptions(year: 2026, sender: "柳城县"))
  }

  private func list(_ month: String, _ rows: String) throws {
    _ = try scratch.operations.commit(try prepare(month, rows))
  }
}
