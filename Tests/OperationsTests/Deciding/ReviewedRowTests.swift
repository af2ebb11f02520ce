import Foundation
import Intake
import Ledger
import Matching
import Storage
import Testing

@testable import Operations

/// Rows that a person has to say something about: asked once, answered for good.
@Suite struct ReviewedRowTests {
  /// A list as an office sends it, invented (测试数据).
  private static func list(_ rows: String...) -> ReceivedFile {
    let header = "序号,项目名称,业主,县区,总投资（万元）\n"
    return ReceivedFile(name: "清单.csv", bytes: Array((header + rows.joined(separator: "\n")).utf8))
  }

  private static let options = ImportOptions(year: 2026, sender: "测试县")

  private static func answer(_ text: String) throws -> DecisionFile {
    try DecisionFile(
      yaml: """
        sender: 测试县
        decisions:
        - kind: project
          value: 测试岭标准厂房二期
          canonical: \(text)
        """.utf8)
  }

  private let scratch: ScratchLedger

  init() throws {
    scratch = try ScratchLedger()
    _ = try scratch.operations.commit(
      try scratch.operations.prepare(Self.list("1,测试岭标准厂房,测试园区公司,柳北区,8000"), Self.options))
  }

  private func plan(_ sum: Int, _ answer: DecisionFile? = nil) throws -> PreparedImport {
    var options = Self.options
    options.decisions = answer
    return try scratch.operations.prepare(
      Self.list("1,测试岭标准厂房二期,测试园区公司,柳北区,\(sum)"), options)
  }

  @Test func `没人答过就待核，问的写进待填的文件`() throws {
    let prepared = try plan(8000)
    #expect(prepared.plan.rows.map(\.match) == [.possibly(1, .phaseOnOneSide)])
    #expect(prepared.plan.rows.map(\.action) == [.review])
    let asks = AsksFile(prepared).text { _ in nil }
    #expect(asks.contains("value: \"测试岭标准厂房二期\"") && asks.contains("可能是 1「测试岭标准厂房」"))
  }

  @Test func `答了是哪个，就写到那个项目上，下个月不再问`() throws {
    let prepared = try plan(9000, try Self.answer("1"))
    #expect(prepared.plan.rows.map(\.match) == [.project(1, by: .answer)])
    _ = try scratch.operations.commit(prepared)
    #expect(try scratch.snapshot().count == 1)
    #expect(try plan(9500).plan.rows.map(\.action) == [.changed])
    #expect(try scratch.operations.verify().isEmpty)
  }

  @Test func `答了是新项目，就新增，下个月不再问`() throws {
    _ = try scratch.operations.commit(try plan(9000, try Self.answer("新项目")))
    #expect(try scratch.snapshot().count == 2)
    #expect(try plan(9500).plan.rows.map(\.action) == [.changed])
  }

  @Test func `答了没有的编号，等于没答`() throws {
    #expect(try plan(9000, try Self.answer("77")).plan.rows.map(\.action) == [.review])
    #expect(throws: DecisionFaults.self) { try plan(9000, try Self.answer("那个厂房")) }
  }
}
