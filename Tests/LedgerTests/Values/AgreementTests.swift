import Testing

@testable import Ledger

@Suite("What says nothing against what")
struct AgreementTests {
  @Test(arguments: [
    ("2026", "2026-11", true), ("2026-H2", "2026-11", true), ("2026-Q4", "2026-11-05", true),
    ("2026-11", "2026-11", true), ("2026-11", "2026", false), ("2026-H1", "2026-11", false),
    ("2027", "2026-11", false), ("2026-11-05", "2026-11", false),
  ])
  func `a date agrees with those that it contains`(one: String, other: String, agrees: Bool) throws
  {
    let (one, other) = (try #require(PartialDate(one)), try #require(PartialDate(other)))
    #expect(Value.date(one).agrees(with: .date(other)) == agrees)
  }

  @Test func `texts agree but for white space, sums only with themselves`() {
    #expect(Value.text("一 期").agrees(with: .text("一期")))
    #expect(!Value.money(Money(fen: 1)).agrees(with: .money(Money(fen: 2))))
  }

  @Test func `rows that repeat a project are found by its number`() {
    let rows = RowOutcomes([
      RowOutcomes.Row(source: SourceRow(table: 0, number: 5), outcome: .unchanged(12)),
      RowOutcomes.Row(source: SourceRow(table: 0, number: 6), outcome: .unchanged(13)),
      RowOutcomes.Row(source: SourceRow(table: 0, number: 7), outcome: .review),
      RowOutcomes.Row(source: SourceRow(table: 1, number: 4), outcome: .unchanged(3)),
    ]).repeated
    #expect(rows[13] == SourceRow(table: 0, number: 6))
    #expect(rows[3] == SourceRow(table: 1, number: 4))
    #expect(rows[14] == nil && rows[4] == nil && rows[1] == nil)
  }
}
