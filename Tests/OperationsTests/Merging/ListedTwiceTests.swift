import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing

@testable import Operations

/// A sender that goes on to list both of two projects that a person called one. 测试数据
@Suite struct ListedTwiceTests {
  let scratch: ScratchLedger

  init() throws { scratch = try ScratchLedger() }

  private static let first = "远岭陶瓷釉料生产线,远岭釉料有限公司,柳城县,8000,谋划"
  private static let second = "龙潭智能仓储中心,龙潭物流有限公司,柳南区,5000,开工"

  private func prepare(_ rows: [String], sender: String = "柳城县") throws -> PreparedImport {
    let file = scratch.folder.appending(path: "测试数据.csv")
    let text = (["项目名称,业主单位,县区,总投资（万元）,项目阶段"] + rows).joined(separator: "\n")
    try Data(text.utf8).write(to: file)
    return try scratch.operations.prepare(
      try ReceivedFile(path: file.path), ImportOptions(year: 2026, sender: sender))
  }

  @discardableResult
  private func list(_ rows: [String], sender: String = "柳城县") throws -> PreparedImport {
    let prepared = try prepare(rows, sender: sender)
    _ = try scratch.operations.commit(prepared)
    return prepared
  }

  private func merge(_ project: ProjectID, into kept: ProjectID) throws -> Entry {
    let prepared = try scratch.operations.mergePlan(String(project), into: String(kept), taking: [])
    return try scratch.operations.merge(prepared, reason: nil)
  }

  /// Which of the two goes, which stays, and in which order the list names them.
  static let cases: [(gone: ProjectID, kept: ProjectID, rows: [String])] = [
    (1, 2, [first, second]), (2, 1, [first, second]), (1, 2, [second, first]),
    (2, 1, [second, first]),
  ]

  @Test(arguments: cases)
  func `合并后同一份清单再报几次，都不改变什么`(gone: ProjectID, kept: ProjectID, rows: [String]) throws {
    try list([Self.first, Self.second])
    let undone = try scratch.snapshot()
    let merged = try merge(gone, into: kept)
    let before = try scratch.snapshot()
    for _ in 0..<4 {
      let plan = try list(rows).plan
      #expect(plan.rows.map(\.known?.id) == [kept, kept])
      #expect(plan.rows.map(\.action) == [.unchanged, .unchanged])
      #expect(plan.notInFile.isEmpty)
      #expect(try scratch.snapshot() == before)
    }
    _ = try scratch.operations.undo(try scratch.operations.undoPlan(of: merged.number), reason: nil)
    #expect(try list(rows).plan.rows.allSatisfy { $0.action == .unchanged })
    #expect(try scratch.snapshot() == undone)
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test(arguments: [(gone: ProjectID(1), kept: ProjectID(2)), (gone: 2, kept: 1)])
  func `只报并入的名称而没有新说法，不改变人留下的值`(gone: ProjectID, kept: ProjectID) throws {
    let rows = [Self.first, Self.second]
    try list(rows)
    _ = try merge(gone, into: kept)
    let before = try scratch.snapshot()
    for _ in 0..<3 {
      let plan = try list([rows[Int(gone) - 1]]).plan
      #expect(plan.rows.map(\.known?.id) == [kept])
      #expect(plan.rows.map(\.action) == [.unchanged])
      #expect(try scratch.snapshot() == before)
    }
  }

  @Test func `留下的项目自己那一行的变化照写，并入名称那一行的变化交人决定`() throws {
    try list([Self.first, Self.second])
    _ = try merge(1, into: 2)
    let april = [
      Self.first.replacing("8000", with: "9000"), Self.second.replacing("5000", with: "6000"),
    ]
    let plan = try list(april).plan
    #expect(plan.rows.map(\.action) == [.review, .changed])
    #expect(plan.rows.map(\.match) == [.repeated(row: 3), .project(2, by: .name)])
    let record = try #require(try scratch.snapshot()[2])
    #expect(record.text(.name) == "龙潭智能仓储中心")
    #expect(record.money(.totalInvestment) == Money(fen: 6_000_000_000))
    let alone = try prepare([april[0]]).plan
    #expect(alone.rows.map(\.match) == [.possibly(2, .mergedName)])
    #expect(try scratch.snapshot()[1] == nil)
  }

  @Test func `人说并入名称就是这个项目，变化按这个名称上次的说法比较，名称不改`() throws {
    try list([Self.first, Self.second])
    _ = try merge(1, into: 2)
    let rows = [Self.first.replacing("谋划", with: "签约")]
    let file = scratch.folder.appending(path: "测试数据.csv")
    _ = try prepare(rows)
    let decisions = try DecisionFile(
      yaml: """
        sender: 柳城县
        decisions:
        - kind: project
          value: 远岭陶瓷釉料生产线
          canonical: 2
        """.utf8)
    let prepared = try scratch.operations.prepare(
      try ReceivedFile(path: file.path),
      ImportOptions(year: 2026, sender: "柳城县", decisions: decisions))
    #expect(prepared.plan.rows.map(\.match) == [.project(2, by: .answer)])
    // 开工 was kept against 谋划, so that the move is a conflict; nothing else differs.
    #expect(prepared.plan.rows.first?.conflicts.map(\.key) == [FieldKey(.stage)])
    #expect(prepared.plan.rows.first?.changes == [])
  }

  @Test func `从没报过的单位用并入的名称报，写到留下的项目上，不给它改名`() throws {
    try list([Self.first, Self.second])
    _ = try merge(1, into: 2)
    let plan = try list([Self.first.replacing("8000", with: "9000")], sender: "示例局").plan
    #expect(plan.rows.map(\.known?.id) == [2])
    let record = try #require(try scratch.snapshot()[2])
    #expect(record.text(.name) == "龙潭智能仓储中心")
    #expect(record.money(.totalInvestment) == Money(fen: 9_000_000_000))
    #expect(try list([Self.first, Self.second]).plan.rows.allSatisfy { $0.action == .unchanged })
  }

  /// The row of the one that went, called by a name that is much alike.
  private static let renamed = "远岭釉料生产线,远岭釉料有限公司,柳城县,8000,谋划"

  @Test(arguments: [
    [renamed, second], [second, renamed], [renamed],
    [renamed, second, "别处的冷库,冷库有限公司,三江县,70,谋划"],
  ])
  func `并入名称稍稍改了，没有合并过时算改名的，合并后交人决定，不另立项目`(rows: [String]) throws {
    try list([Self.first, Self.second])
    #expect(try prepare(rows).plan.rows.first { $0.row.number == 2 }?.known != nil)
    let merged = try merge(1, into: 2)
    let place = try #require(rows.firstIndex(of: Self.renamed))
    for sender in ["柳城县", "示例局"] {
      let plan = try prepare(rows, sender: sender).plan
      let isOnly = sender == "示例局" && rows.count == 1
      #expect(
        plan.rows.map(\.match)[place]
          == (isOnly ? .project(2, by: .name) : .possibly(2, .mergedName)))
    }
    try list(rows)
    #expect(try scratch.snapshot()[2]?.text(.name) == "龙潭智能仓储中心")
    _ = try scratch.operations.undo(try scratch.operations.undoPlan(of: merged.number), reason: nil)
  }

  @Test func `并入名称自己那一行在，像它的另一行是新项目，与没有合并过时一样`() throws {
    let other = "远岭陶瓷釉料生产线二期,远岭釉料有限公司,柳城县,6000,谋划"
    try list([Self.first, Self.second])
    let before = try prepare([Self.first, Self.second, other]).plan.rows.map(\.action)
    _ = try merge(1, into: 2)
    #expect(try prepare([Self.first, Self.second, other]).plan.rows.map(\.action) == before)
  }

  @Test func `同名的两个项目合并后，各行按内容认，重复的不改变什么`() throws {
    let rows = ["停车场项目,甲停车有限公司,柳城县,800,谋划", "停车场项目,乙停车有限公司,柳南区,500,开工"]
    try list(rows)
    #expect(try scratch.snapshot().count == 2)
    _ = try merge(1, into: 2)
    let before = try scratch.snapshot()
    for order in [rows, rows.reversed(), [rows[0]], [rows[1]]] {
      let plan = try list(order).plan
      #expect(plan.rows.allSatisfy { $0.action == .unchanged && $0.known?.id == 2 })
      #expect(try scratch.snapshot() == before)
    }
  }
}
