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
      变更后总投资 → total_investment
      变更后建设地点 → address
      变更后建设内容 → content
      变更后项目业主 → owner
      应协调解决的问题 → problems
      应予协调的问题 → problems
      下一步工作要求 → next_step
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

  @Test(
    arguments: Example.table(
      """
      2026年应完成投资 → 无
      2026年未完成投资 → 无
      2026年原计划投资 → 无
      2026年力争完成投资 → 无
      2026年超额完成投资 → 无
      2026年拟申请金额 → 无
      1-9月应完成投资 → 无
      1-9月未到位资金 → 无
      9月目标完成投资 → 无
      【截至2026年9月底】本月目标投资 → 无
      2026年累计下达投资 → 无
      预计2026年底累计完成投资 → 无
      总投资变更 → 无
      总投资构成 → 无
      总投资增减情况 → 无
      建设内容变更情况 → 无
      建设地点变更 → 无
      问题数量 → 无
      问题整改情况 → 无
      有无存在问题 → 无
      下一步完成时限 → 无
      下一步措施及完成时限 → next_step
      就业培训人数 → 无
      规划选址意见书 → 无
      开工许可时间 → 无
      竣工决算时间 → 无
      2026年完成投资 → done.2026
      1-9月完成投资 → done.2026-01..09
      1-9月累计完成投资 → done.2026-01..09
      2026年目标投资 → plan.2026
      新增就业人数 → jobs
      """))
  func `夹在时间和名目之间的词也改变意思`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      施工单位 > 联系人 → 无
      监理单位 > 联系电话 → 无
      行业主管部门 > 负责人 → 无
      审批部门 > 责任人 → 无
      施工联系人 → 无
      施工合同 > 签订时间 → 无
      施工合同 > 合同金额 → 无
      土地出让 > 合同签订时间 → 无
      土地出让合同签订时间 → 无
      现有企业情况 > 年产值 → 无
      调整前 > 总投资 → 无
      其中：一期 > 总投资 → 无
      投资方所在县区 → 无
      业主单位地址 → 无
      业主单位 > 联系人 → contact
      业主单位 > 电话 → phone
      投资协议 > 签订时间 → sign_date
      投资协议 > 合同投资额 → contract_investment
      其中：2026年 > 计划投资 → plan.2026
      责任单位 > 联系人 → contact
      """))
  func `上方的表头是别人的，下面的人、时间和金额也是别人的`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      施工单位 > 产业链 → chain
      施工单位 > 项目代码 → code
      施工单位 > 存在问题 → problems
      施工单位 > 备注 → remark
      施工单位 > 建设内容 → content
      主管部门 > 牵头单位 → lead_units
      主管部门 > 责任单位 → responsible_units
      主管部门 > 项目代码 → code
      主管部门 > 总投资（万元） → total_investment
      招商单位 > 合同投资额（万元） → contract_investment
      招商单位 > 签约时间 → sign_date
      招商单位 > 投资方 → investor
      招商单位 > 2026年计划投资 → plan.2026
      施工单位 > 合同金额（万元） → 无
      施工单位 > 签约时间 → 无
      施工单位 > 总投资（万元） → 无
      施工单位 > 开工时间 → 无
      施工单位 > 名称 → 无
      施工单位 > 统一社会信用代码 → 无
      施工单位 > 地址 → 无
      招商单位 > 联系人 → 无
      招商单位 > 联系电话 → 无
      主管部门 > 责任人 → 无
      """))
  func `别人的表头下，只能说项目的还是项目的`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      总投资构成（万元） > 合计 → total_investment
      总投资构成（万元） > 固定资产投资 → fixed_investment
      总投资构成（万元） > 流动资金 → 无
      投资构成（万元） > 总投资 → total_investment
      投资构成（万元） > 固定资产投资 → fixed_investment
      总投资及构成（万元） > 合计 → total_investment
      总投资构成 → 无
      下达2026年投资计划 → plan.2026
      2026年下达投资计划 → plan.2026
      2026年已下达投资计划 → plan.2026
      2026年度下达投资计划（万元） → plan.2026
      已下达2026年投资计划 → plan.2026
      2026年累计下达投资 → 无
      """))
  func `构成的合计是总的，下达的年度投资计划是年度计划`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }
}
