import Testing

@testable import Intake

/// Sums that are not of a year, and parts of sums, which have no field.
@Suite struct SumHeaderTests {
  @Test(
    arguments: Example.table(
      """
      项目总投资额 → total_investment
      预计总投资额 → total_investment
      预计年上缴税收（万元） → expected_tax
      总投资 > 金额（万元） → total_investment
      资金来源（万元） > 合计 → 无
      批复总投资 → total_investment
      可研批复总投资 → total_investment
      可研批复 > 文号 → 无
      预计固定资产投资 → fixed_investment
      计划总投资 → total_investment
      投资总规模 → total_investment
      总投资额（万元） → total_investment
      投资总额（亿元） → total_investment
      概算总投资 → total_investment
      项目概算 → total_investment
      概算（万元） → total_investment
      初步设计概算 → total_investment
      估算总投资 → total_investment
      总投资（含设备）（万元） → total_investment
      总投资（万元人民币） → total_investment
      总投资（人民币万元） → total_investment
      总投资/万元 → total_investment
      总投资金额（万元） → total_investment
      """))
  func `总投资的常见写法`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      总投资（万元） > 合计 → total_investment
      总投资（万元） > 总投资 → total_investment
      总投资（万元） > 小计 → 无
      总投资（万元） > 设备 → 无
      总投资（万元） > 建安 → 无
      总投资（万元） > 建安投资 → 无
      总投资（万元） > 设备投资 → 无
      总投资（万元） > 设备购置 → 无
      总投资（万元） > 其中：固定资产投资 → fixed_investment
      总投资（万元） > 固定资产投资 → fixed_investment
      总投资（万元） > 其中：流动资金 → 无
      总投资（万元） > 流动资金 → 无
      总投资（万元） > 自筹 → 无
      总投资（万元） > 企业自筹 → 无
      总投资（万元） > 贷款 → 无
      总投资（万元） > 银行贷款 → 无
      总投资（万元） > 自有资金 → 无
      总投资（万元） > 资本金 → 无
      总投资（万元） > 中央资金 → 无
      总投资（万元） > 区外 → 无
      总投资（万元） > 土地费用 → 无
      总投资（万元） > 其他 → 无
      总投资（万元） > 其他费用 → 无
      总投资（万元） > 基础设施投资 → 无
      总投资（万元） > 政府投资 → 无
      总投资（万元） > 社会投资 → 无
      总投资（万元） > 2026年计划投资 → plan.2026
      """))
  func `总投资之下只有合计和固定资产投资有字段`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      其中：固定资产投资 → fixed_investment
      其中固投 → fixed_investment
      其中：固定资产投资额（亿元） → fixed_investment
      固定资产投资 → fixed_investment
      计划固定资产投资 → fixed_investment
      固定资产总投资 → fixed_investment
      其中：设备投资（万元） → 无
      其中：建安 → 无
      其中：中央投资 → 无
      设备投资 → 无
      建安投资 → 无
      自筹资金 → 无
      银行贷款 → 无
      区外到位资金 → 无
      合同投资额 → contract_investment
      合同金额 → contract_investment
      合同总投资 → contract_investment
      协议投资额 → contract_investment
      协议总投资（亿元） → contract_investment
      协议投资 → contract_investment
      合同投资 → contract_investment
      签约金额 → contract_investment
      签约投资额 → contract_investment
      签约总投资 → contract_investment
      合同（协议）投资额 → contract_investment
      合同/协议投资额 → contract_investment
      年产值 → expected_output
      预计年产值（万元） → expected_output
      达产后年产值 → expected_output
      达产年产值 → expected_output
      预计产值 → expected_output
      年税收 → expected_tax
      年税金 → expected_tax
      预计年税收 → expected_tax
      达产后年税收 → expected_tax
      年税收贡献 → expected_tax
      年利税 → 无
      预期效益 > 年产值 → expected_output
      预期效益 > 年税收 → expected_tax
      预期效益 > 年税金 → expected_tax
      预期效益 > 就业人数 → jobs
      预期效益（达产后） > 产值 → expected_output
      2025年产值 → 无
      2025年税收 → 无
      """))
  func `合同、固投、产值、税收`(example: Example) throws {
    #expect(try HeaderMeaning.of(example.source) == example.meaning)
  }
}
