import Testing

@testable import Intake

/// Cells of date columns in a list of 2026.
@Suite struct DateCellTests {
  @Test(
    arguments: Example.table(
      """
      开工时间 | 2026 → start_actual=2026
      开工时间 | 202603 → start_actual=2026-03
      开工时间 | 20260315 → start_actual=2026-03-15
      开工时间 | 46000 → start_actual=2025-12-09
      开工时间 | 2026.3 → start_actual=2026-03
      开工时间 | 2026.11 → start_actual=2026-11
      开工时间 | 2026.1 → !date.ambiguous
      开工时间 | '2026.1 → start_actual=2026-01
      开工时间 | '2026.10 → start_actual=2026-10
      开工时间 | 2026.12 → start_actual=2026-12
      开工时间 | 2026.13 → !date.unparsable
      开工时间 | 20261301 → !date.unparsable
      开工时间 | 202613 → !date.unparsable
      开工时间 | 100 → !date.unparsable
      开工时间 | 2200 → !date.unparsable
      开工时间 | 26年3月 → start_actual=2026-03
      开工时间 | 3月 → start_actual=2026-03
      开工时间 | 2026年3月份 → start_actual=2026-03
      开工时间 | 2026.3.15 → start_actual=2026-03-15
      开工时间 | 2026/3/15 → start_actual=2026-03-15
      开工时间 | 2026-03-15 00:00:00 → start_actual=2026-03-15
      开工时间 | '2026-3-5 → start_actual=2026-03-05
      开工时间 | 2026 年 3 月 → start_actual=2026-03
      开工时间 | ２０２６年３月 → start_actual=2026-03
      开工时间 | 2026年第一季度 → start_actual=2026-Q1
      开工时间 | 2026年1季度 → start_actual=2026-Q1
      开工时间 | 第二季度 → start_actual=2026-Q2
      开工时间 | 今年三季度 → start_actual=2026-Q3
      开工时间 | 明年上半年 → start_actual=2027-H1
      开工时间 | 2026年下半年 → start_actual=2026-H2
      开工时间 | 2026年底 → start_actual=2026-12
      开工时间 | 2026年年底 → start_actual=2026-12
      开工时间 | 2026年底前 → start_actual=2026-12
      开工时间 | 年底前 → start_actual=2026-12
      开工时间 | 明年底 → start_actual=2027-12
      开工时间 | 今年年底 → start_actual=2026-12
      开工时间 | 去年年底 → start_actual=2025-12
      开工时间 | 2026年末 → start_actual=2026-12
      开工时间 | 年内 → start_actual=2026
      开工时间 | 2026年内 → start_actual=2026
      开工时间 | 今年内 → start_actual=2026
      开工时间 | 3月底 → start_actual=2026-03
      开工时间 | 3月底前 → start_actual=2026-03
      开工时间 | 3月中旬 → start_actual=2026-03
      开工时间 | 3月上旬 → start_actual=2026-03
      开工时间 | 2026年3月底 → start_actual=2026-03
      开工时间 | 2026年3月下旬 → start_actual=2026-03
      开工时间 | 预计2027年6月 → start_actual=2027-06
      开工时间 | 预计今年6月开工 → start_actual=2026-06
      开工时间 | 2025年10月10日签订 → start_actual=2025-10-10
      开工时间 | 2025年10月10日（签订） → start_actual=2025-10-10
      开工时间 | 未开工 → 无
      开工时间 | 尚未开工 → 无
      开工时间 | 未定 → 无
      开工时间 | 尚未确定 → 无
      开工时间 | 暂未开工 → 无
      开工时间 | 24个月 → !date.unparsable
      开工时间 | 12个月 → !date.unparsable
      开工时间 | 一年半 → !date.unparsable
      开工时间 | 2年 → !date.unparsable
      开工时间 | 待定 → 无
      开工时间 | 2026年13月 → !date.unparsable
      开工时间 | 2026年2月29日 → !date.unparsable
      开工时间 | 2026年4月31日 → !date.unparsable
      开工时间 | 2026年3月、5月 → !date.unparsable
      开工时间 | 2026年3月开工，2027年竣工 → !date.unparsable
      开工时间 | 2026-2027 → !date.unparsable
      开工时间 | 今年3月 → start_actual=2026-03
      开工时间 | 去年12月 → start_actual=2025-12
      开工时间 | 上年12月 → start_actual=2025-12
      开工时间 | 明年3月 → start_actual=2027-03
      开工时间 | 3月15日 → start_actual=2026-03-15
      开工时间 | 3.15 → !date.unparsable
      开工时间 | 2026.03. → start_actual=2026-03
      开工时间 | 2026年3月15 → start_actual=2026-03-15
      开工时间 | 2026年3月15号 → start_actual=2026-03-15
      开工时间 | 2026年03月 → start_actual=2026-03
      开工时间 | 2026年3月-5月 → !date.unparsable
      开工时间 | 2026-Q1 → start_actual=2026-Q1
      开工时间 | 土地摘牌后3个月 → !date.unparsable
      开工时间 | 具备条件后开工 → !date.unparsable
      开工时间 | 2026年春节后 → !date.unparsable
      开工时间 | 2026.3月 → start_actual=2026-03
      开工时间 | 2026年3月（已开工） → start_actual=2026-03
      开工时间 | 2026年初 → !date.unparsable
      开工时间 | 年初 → !date.unparsable
      开工时间 | 2026年第四季度 → start_actual=2026-Q4
      开工时间 | 四季度 → start_actual=2026-Q4
      开工时间 | 4季度 → start_actual=2026-Q4
      开工时间 | 上半年 → start_actual=2026-H1
      开工时间 | 2026上半年 → start_actual=2026-H1
      开工时间 | 2026年3月1日前 → start_actual=2026-03-01
      开工时间 | 6月30日前 → start_actual=2026-06-30
      开工时间 | 2026年6月30日前开工 → start_actual=2026-06-30
      开工时间 | “十四五”期间 → !date.unparsable
      开工时间 | 45000.5 → start_actual=2023-03-15
      开工时间 | 已开工 → stage=开工
      开工时间 | 在建 → stage=建设
      开工时间 | 已竣工 → stage=投产
      开工时间 | 已投产 → stage=投产
      开工时间 | 正常推进 → !date.unparsable
      开工时间 | 拟开工 → !date.unparsable
      开工时间 | 待开工 → !date.unparsable
      开工时间 | 筹建 → !date.unparsable
      开工时间 | 2024年3月已开工 → start_actual=2024-03
      开工时间 | 已于2024年3月开工 → start_actual=2024-03
      开工时间 | 1905 → start_actual=1905
      开工时间 | 2100 → start_actual=2100
      """))
  func `日期的各种写法`(example: Example) throws {
    #expect(try CellReading.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      起止年限 | 2025-2027 → finish_planned=2027 start_planned=2025
      起止年限 | 2025—2027年 → finish_planned=2027 start_planned=2025
      起止年限 | 2025～2027 → finish_planned=2027 start_planned=2025
      起止年限 | 2025/2027 → finish_planned=2027 start_planned=2025
      起止年限 | 2025年-2027年 → finish_planned=2027 start_planned=2025
      起止年限 | 2025年6月至2027年12月 → finish_planned=2027-12 start_planned=2025-06
      起止年限 | 2025.06-2027.12 → finish_planned=2027-12 start_planned=2025-06
      起止年限 | 2025.6—2027.12 → finish_planned=2027-12 start_planned=2025-06
      起止年限 | 2026年3-10月 → finish_planned=2026-10 start_planned=2026-03
      起止年限 | 2026年3月-10月 → finish_planned=2026-10 start_planned=2026-03
      起止年限 | 2026年 → finish_planned=2026 start_planned=2026
      起止年限 | 2026 → finish_planned=2026 start_planned=2026
      起止年限 | 2026年3月 → finish_planned=2026-03 start_planned=2026-03
      起止年限 | 2025–2027 → finish_planned=2027 start_planned=2025
      起止年限 | 2025−2027 → finish_planned=2027 start_planned=2025
      起止年限 | 2025至2027年 → finish_planned=2027 start_planned=2025
      起止年限 | 2025年到2027年 → finish_planned=2027 start_planned=2025
      起止年限 | 2025--2027 → finish_planned=2027 start_planned=2025
      起止年限 | 2025－2027 → finish_planned=2027 start_planned=2025
      起止年限 | 2025 - 2027 → finish_planned=2027 start_planned=2025
      起止年限 | 2025/6-2027/12 → finish_planned=2027-12 start_planned=2025-06
      起止年限 | 2025-06至2027-12 → finish_planned=2027-12 start_planned=2025-06
      起止年限 | 2025.6.1-2027.12.31 → finish_planned=2027-12-31 start_planned=2025-06-01
      起止年限 | 2025年一季度-2026年四季度 → finish_planned=2026-Q4 start_planned=2025-Q1
      起止年限 | 2025-2027年（分期） → finish_planned=2027 start_planned=2025
      起止年限 | 24个月 → !date.unparsable
      起止年限 | 2年 → !date.unparsable
      起止年限 | 两年 → !date.unparsable
      起止年限 | 2025年底-2027年底 → finish_planned=2027-12 start_planned=2025-12
      起止年限 | 202506-202712 → finish_planned=2027-12 start_planned=2025-06
      起止年限 | 3-10月 → !date.unparsable
      起止年限 | 2025年6月-2027年 → finish_planned=2027 start_planned=2025-06
      起止年限 | 25年6月-27年12月 → finish_planned=2027-12 start_planned=2025-06
      起止年限 | 长期 → !date.unparsable
      起止年限 | 无 → 无
      起止年限 | 2026-2025 → finish_planned=2025 start_planned=2026 !date.order
      起止年限 | 2025.10 → !date.ambiguous
      起止年限 | '2025.10 → finish_planned=2025-10 start_planned=2025-10
      起止年限 | 2026.1 → !date.ambiguous
      起止年限 | 2025〜2027 → finish_planned=2027 start_planned=2025
      起止年限 | 2025年6月开工，2027年12月竣工 → !date.unparsable
      起止年限 | 2025-2027年，共36个月 → !date.unparsable
      起止年限 | 2025年—2027年6月 → finish_planned=2027-06 start_planned=2025
      起止年限 | 2025-06-01至2027-12-31 → finish_planned=2027-12-31 start_planned=2025-06-01
      起止年限 | 2025-06-01—2027-12-31 → finish_planned=2027-12-31 start_planned=2025-06-01
      起止年限 | 2025年6月至今 → !date.unparsable
      起止年限 | 未开工 → 无
      起止年限 | 在建 → stage=建设
      """))
  func `起止年限`(example: Example) throws {
    #expect(try CellReading.of(example.source) == example.meaning)
  }
}
