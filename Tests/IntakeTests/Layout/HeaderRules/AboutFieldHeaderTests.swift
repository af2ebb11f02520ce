import Testing

@testable import Intake

/// Labels that say something about a field, or name another time's or another body's.
@Suite struct AboutFieldHeaderTests {
  @Test(
    arguments: Example.table(
      """
      原总投资 → 无
      调整前总投资（万元） → 无
      剩余总投资 → 无
      原竣工时间 → 无
      原项目名称 → 无
      原牵头单位 → 无
      竣工时间变更原因 → 无
      开工时间是否滞后 → 无
      总投资备注 → 无
      总投资变化 → 无
      县区意见 → 无
      2026年到位资金缺口 → 无
      1-3月完成投资同比增长（%） → 无
      去年同期完成投资 → 无
      2026年1-3月完成投资 > 上年同期 → 无
      """))
  func `关于某项的、不是现值的，都不是那一项`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      资金来源 → funding
      建设资金来源 → funding
      项目级别 → registers
      备注 → remark
      项目备注 → remark
      存在问题及原因 → problems
      批复总投资 → total_investment
      概算总投资 → total_investment
      调整后总投资 → total_investment
      """))
  func `目录里就有的、两件事合写的，照旧`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      总投资中：中央资金 → 无
      总投资中：固定资产投资 → fixed_investment
      2026年计划到位资金 → 无
      2026年到位资金 → funds.2026
      施工单位联系人 → 无
      监理单位联系电话 → 无
      建设单位联系人 → contact
      业主联系电话 → phone
      签约地点 → 无
      注册地址 → 无
      建设地点 → address
      就业补贴 → 无
      招标用地面积 → 无
      采购项目名称 → 无
      收费项目名称 → 无
      重点项目名称 → name
      """))
  func `别人的、别处的、别样的，不是项目的`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      2025全年完成投资 → done.2025
      2025上半年完成投资 → done.2025-01..06
      完成投资 > 2025年 > 全年 → done.2025
      完成投资 > 2025年全年 → done.2025
      计划投资 > 2026年全年 → plan.2026
      年度计划投资 > 投资 → plan.2026
      牵头单位 > 单位 → lead_units
      2026年 > 3月底形象进度 → progress
      形象进度 > 3月 → progress
      2025年 > 3月形象进度 → 无
      """))
  func `全年、上半年，和自己写明月份的形象进度`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }
}
