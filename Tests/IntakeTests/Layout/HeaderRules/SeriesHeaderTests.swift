import Testing

@testable import Intake

/// Sums of a year or its months, in headers of one label.
@Suite struct SeriesHeaderTests {
  @Test(
    arguments: Example.table(
      """
      2026年元-9月完成投资 → done.2026-01..09
      元-9月完成投资 → done.2026-01..09
      截至上年度累计完成投资 → done_before.2025
      截至2025年累计完成投资 → done_before.2025
      2026年度投资计划 → plan.2026
      2026年度计划投资 → plan.2026
      2026年计划 → plan.2026
      2026年计划完成投资 → plan.2026
      2026年拟完成投资 → plan.2026
      2026年预计完成投资 → plan.2026
      2026年投资计划（万元） → plan.2026
      2026年投资目标 → 无
      2026年目标任务 → 无
      今年计划投资 → plan.2026
      本年度计划投资 → plan.2026
      年度计划投资 → plan.2026
      年度投资计划 → plan.2026
      年度投资目标 → 无
      年度计划 → plan.2026
      年度计划完成投资 → plan.2026
      全年计划投资 → plan.2026
      年计划投资 → plan.2026
      明年计划投资 → plan.2027
      明年投资计划 → plan.2027
      下年度计划投资 → plan.2027
      2027年计划投资 → plan.2027
      2027年预计投资 → plan.2027
      去年计划投资 → plan.2025
      上年计划投资 → plan.2025
      """))
  func `年度计划投资，目标不是计划`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      到位资金 → 无
      累计到位资金 → 无
      资金到位情况 → 无
      实际到位资金（万元） → 无
      开工以来累计到位资金 → 无
      截至2025年底累计完成投资 → done_before.2025
      截止2025年底累计完成投资 → done_before.2025
      截至2025年12月底累计完成投资 → done_before.2025
      截至2025年底完成投资 → done_before.2025
      至2025年底累计完成投资 → done_before.2025
      2025年底累计完成 → done_before.2025
      截至上年底累计完成投资 → done_before.2025
      上年底累计完成投资 → done_before.2025
      截至去年底累计完成投资 → done_before.2025
      去年底累计完成投资 → done_before.2025
      截至上年末累计完成投资 → done_before.2025
      自开工至2025年底累计完成投资 → done_before.2025
      开工至上年底累计完成投资 → done_before.2025
      截至2025年末已完成投资 → done_before.2025
      以前年度累计完成投资 → done_before.2025
      累计完成投资 → 无
      累计完成投资（万元） → 无
      开工至今累计完成投资 → 无
      自开工以来累计完成投资 → 无
      开工以来累计完成投资 → 无
      项目累计完成投资 → 无
      完成投资 → 无
      完成投资额 → 无
      实际完成投资 → 无
      已完成投资 → 无
      累计已完成投资 → 无
      截至目前累计完成投资 → 无
      截至3月底累计完成投资 → 无
      """))
  func `到上年底的累计，开工以来的累计没有字段`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      上年完成投资 → done.2025
      去年完成投资 → done.2025
      上年度完成投资 → done.2025
      去年累计完成投资 → done.2025
      2025年完成投资 → done.2025
      2025年实际完成投资 → done.2025
      2025年度完成投资 → done.2025
      1-9月完成投资 → done.2026-01..09
      1—9月完成投资 → done.2026-01..09
      1～9月完成投资 → done.2026-01..09
      1至9月完成投资 → done.2026-01..09
      1月-9月完成投资 → done.2026-01..09
      2026年1-9月完成投资 → done.2026-01..09
      2026年1月至9月完成投资 → done.2026-01..09
      2025年1-12月完成投资 → done.2025-01..12
      1-2月累计完成投资 → done.2026-01..02
      今年以来完成投资 → done.2026
      今年以来累计完成投资 → done.2026
      年初以来完成投资 → done.2026
      年初至今完成投资 → done.2026
      年初至今累计完成投资 → done.2026
      年累计完成投资 → done.2026
      本年累计完成投资 → done.2026
      本年完成投资 → done.2026
      年内累计完成投资 → done.2026
      今年累计完成投资 → done.2026
      2026年累计完成投资 → done.2026
      2026年完成投资 → done.2026
      2026年以来完成投资 → done.2026
      年度完成投资 → done.2026
      年度累计完成投资 → done.2026
      当年完成投资 → done.2026
      本年度完成投资 → done.2026
      自年初累计完成投资 → done.2026
      自年初至本月末累计完成投资 → done.2026
      3月完成投资 → done.2026-03
      3月份完成投资 → done.2026-03
      2026年3月完成投资 → done.2026-03
      3月当月完成投资 → done.2026-03
      3月实际完成投资 → done.2026-03
      【截至2026年4月30日】本月完成投资 → done.2026-04
      【截至2026年4月30日】本月完成 → done.2026-04
      【截至4月底】当月完成投资 → done.2026-04
      【2026年4月月报】本月实际完成投资 → done.2026-04
      """))
  func `按月、按年完成的投资`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      1-3月到位资金 → funds.2026-01..03
      2026年1-3月实际到位资金 → funds.2026-01..03
      本年累计到位资金 → funds.2026
      今年到位资金 → funds.2026
      2026年到位资金 → funds.2026
      3月到位资金 → funds.2026-03
      【2026年4月月报】本月到位资金 → funds.2026-04
      """))
  func `到位资金`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }
}
