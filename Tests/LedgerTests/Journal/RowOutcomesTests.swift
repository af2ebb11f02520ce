import Ledger
import Testing

@Suite struct RowOutcomesTests {
  private static func row(_ number: Int, _ outcome: RowOutcomes.Outcome) -> RowOutcomes.Row {
    RowOutcomes.Row(source: SourceRow(table: 0, number: number), outcome: outcome)
  }

  @Test func `rows that follow each other are one run, and come back as they were`() throws {
    let rows =
      (5..<105).map { Self.row($0, .unchanged(Int64($0) + 7)) }
      + [
        Self.row(105, .unchanged(3)), Self.row(106, .review), Self.row(107, .review),
        Self.row(110, .rejected),
        RowOutcomes.Row(source: SourceRow(table: 1, number: 4), outcome: .unchanged(112)),
      ]
    let outcomes = RowOutcomes(rows)
    #expect(outcomes.text == "0:5=12x100 0:105=3 0:106?x2 0:110! 1:4=112")
    #expect(outcomes.rows == rows)
    #expect(RowOutcomes(text: outcomes.text, tables: 2) == outcomes)
    #expect(outcomes.projects.count == 102)
  }

  @Test(arguments: [
    "0:5", "5=1", "0:5=", "0:5=1x0", "0:5=1x2x3", "0:a=1", "=:1", "0:1?x2097153", "0:1=1x268435456",
    "0:1?x2097152 0:9?", "1:1?",
  ])
  func `text of another kind is refused`(text: String) {
    #expect(RowOutcomes(text: text, tables: 1) == nil)
  }
}
