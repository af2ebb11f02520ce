import Testing

@testable import Intake

/// Columns as the ledger's own tables head them.
@Suite struct KeyedHeaderTests {
  @Test(
    arguments: Example.table(
      """
      年度计划投资[2026]（万元） → plan.2026
      年度计划投资[2027]（万元） → plan.2027
      完成投资[2026]（万元） → done.2026
      完成投资[2025]（万元） → done.2025
      完成投资[2026-03]（万元） → done.2026-03
      完成投资[2026-01..03]（万元） → done.2026-01..03
      截至上年底累计完成投资[2024]（万元） → done_before.2024
      到位资金[2025-01..12]（万元） → funds.2025-01..12
      """))
  func `方括号里是台账自己写的时段`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }
}
