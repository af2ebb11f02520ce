import Intake
import Ledger
import Testing

@testable import Matching

@Suite struct PlannerTests {
  private static let total = FieldKey(.totalInvestment)

  private func plan(ledger: Int64?, base: Int64?, list: Int64) throws -> RowOutcome {
    func record(_ wan: Int64?) -> Record {
      var record = Record()
      record[.name] = .text("甲项目")
      record[.totalInvestment] = wan.map { .money(Money(fen: $0 * 1_000_000)) }
      return record
    }
    var known = Planner.Known()
    known.records = [1: record(ledger)]
    known.bases = base.map { [1: record($0)] } ?? [:]
    known.testimonies = [1: Provenance()]
    let planner = Planner(
      known, voice: Voice(speaker: "甲县", month: nil, newest: nil, Catalogue(items: [])),
      clearing: .nothing, earlierSums: EarlierSums(reach: [:], month: nil))
    let row = ParsedRow(
      number: 4, serial: nil,
      values: [
        ParsedValue(key: FieldKey(.name), value: .text("甲项目"), column: 1, cellRow: nil, raw: nil),
        ParsedValue(
          key: Self.total, value: .money(Money(fen: list * 1_000_000)), column: 2, cellRow: nil,
          raw: nil),
      ])
    return try #require(planner.plan(row, table: 0, match: .project(1, by: .name)))
  }

  @Test func `报送单位重复上次的数，手工改过的不动`() throws {
    let planned = try plan(ledger: 900, base: 500, list: 500)
    #expect(planned.action == .unchanged)
    #expect(planned.changes.isEmpty)
  }

  @Test func `只有清单变了，台账跟着变`() throws {
    let planned = try plan(ledger: 500, base: 500, list: 600)
    #expect(planned.action == .changed)
    #expect(planned.changes.map(\.after) == [.money(Money(fen: 600_000_000))])
  }

  @Test func `两边都变了是冲突，台账的数不动`() throws {
    let planned = try plan(ledger: 900, base: 500, list: 600)
    #expect(planned.changes.isEmpty)
    #expect(planned.conflicts.map(\.ledger) == [.money(Money(fen: 900_000_000))])
    #expect(planned.stated.count == 1)
  }

  @Test func `两边改成一样的不算变化`() throws {
    let planned = try plan(ledger: 600, base: 500, list: 600)
    #expect(planned.action == .unchanged)
  }

  @Test func `头一次报送按台账比较`() throws {
    #expect(try plan(ledger: 500, base: nil, list: 600).changes.count == 1)
    #expect(try plan(ledger: 500, base: nil, list: 500).action == .unchanged)
  }
}
