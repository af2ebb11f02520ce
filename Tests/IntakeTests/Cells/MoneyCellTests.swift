import Testing

@testable import Intake

/// Cells of money and number columns.
@Suite struct MoneyCellTests {
  @Test(
    arguments: Example.table(
      """
      总投资（万元） | 5亿元整 → !money.unparsable
      总投资（万元） | 5000（万元） → total_investment=5000
      总投资（万元） | 5000万（美元） → !currency.foreign
      总投资（万元） | 5亿元（约7000万美元） → total_investment=50000
      总投资（万元） | 10+亿元 → total_investment=100000 !value.approximate
      总投资（万元） | 5亿元+ → total_investment=50000 !value.approximate
      总投资（万元） | 3−5亿元 → !value.approximate
      总投资（万元） | 3―5亿元 → !value.approximate
      总投资（万元） | 3〜5亿元 → !value.approximate
      总投资（万元） | 3亿元至5亿元 → !value.approximate
      总投资（万元） | 5000万元-1亿元 → !value.approximate
      总投资（万元） | 约3-5亿元（分期） → !value.approximate
      总投资（万元） | 5亿元以上（含设备） → total_investment=50000 !value.approximate
      总投资（万元） | 不低于 5 亿元 → total_investment=50000 !value.approximate
      总投资（万元） | ＞5亿元 → total_investment=50000 !value.approximate
      总投资（万元） | ≧5亿元 → total_investment=50000 !value.approximate
      总投资（万元） | ~5 → total_investment=5 !value.approximate
      总投资（万元） | ～5亿元 → total_investment=50000 !value.approximate
      总投资（万元） | 5亿多 → total_investment=50000 !value.approximate
      总投资（万元） | 50余亿元 → total_investment=500000 !value.approximate
      总投资（万元） | 12，500 → total_investment=12500
      总投资（万元） | 12,500.5 → total_investment=12500.5
      总投资（万元） | 1,5亿元 → !money.unparsable
      总投资（万元） | 8，5 → !money.unparsable
      总投资（万元） | 12,34 → !money.unparsable
      总投资（万元） | 1,50,000 → !money.unparsable
      总投资（万元） | 1,234,5 → !money.unparsable
      总投资（万元） | 1.000,50 → !money.unparsable
      总投资（万元） | 1250,000 → total_investment=1250000
      总投资（万元） | '12 500 → total_investment=12500
      总投资（万元） | １２，５００ → total_investment=12500
      总投资（万元） | 人民币 5 亿元 → total_investment=50000
      总投资（万元） | 5亿元人民币 → total_investment=50000
      总投资（万元） | ￥5,000 → total_investment=5000
      总投资（万元） | ¥5000万 → total_investment=5000
      总投资（万元） | 1亿2000万 → total_investment=12000
      总投资（万元） | 1 亿 2000 万元 → total_investment=12000
      总投资（万元） | 1亿2,000万元 → total_investment=12000
      总投资（万元） | 1.2亿 → total_investment=12000
      总投资（万元） | 5000元 → total_investment=0.5
      总投资（万元） | 3千万元 → total_investment=3000
      总投资（万元） | 8亿元，其中固投6亿元 → total_investment=80000
      总投资（万元） | 8亿元;其中:固投6亿元 → total_investment=80000
      总投资（万元） | 8（其中固投6） → total_investment=8
      总投资（万元） | 五亿元 → !money.unparsable
      总投资（万元） | 约伍亿元 → !money.unparsable
      总投资（万元） | 一期3亿元，二期5亿元 → !money.unparsable
      总投资（万元） | 一期3亿元;二期5亿元 → !money.unparsable
      总投资（万元） | 3亿元、5亿元 → !money.unparsable
      总投资（万元） | 详见附件 → !money.unparsable
      总投资（万元） | 见合同 → !money.unparsable
      总投资（万元） | 保密 → !money.unparsable
      总投资（万元） | #REF! → !cell.error
      总投资（万元） | '#N/A → !cell.error
      总投资（万元） | 无 → 无
      总投资（万元） | / → 无
      总投资（万元） | —— → 无
      总投资（万元） | 待定 → 无
      总投资（万元） | 0 → total_investment=0
      总投资（万元） | 500万港币 → !currency.foreign
      总投资（万元） | HK$500万 → !currency.foreign
      总投资（万元） | €500万 → !currency.foreign
      总投资（万元） | USD 500万 → !currency.foreign
      总投资（万元） | 3000万英镑 → !currency.foreign
      总投资（万元） | 12345.678 → total_investment=12345.678
      总投资（万元） | 0.1 → total_investment=0.1
      总投资（万元） | - → 无
      总投资（万元） | 5 亿 元 → total_investment=50000
      总投资（万元） | 总投资5亿元 → !money.unparsable
      总投资（万元） | 约 5 亿元 → total_investment=50000 !value.approximate
      总投资（万元） | 5亿元左右（待定） → total_investment=50000 !value.approximate
      总投资（万元） | 暂定5亿元 → !money.unparsable
      总投资（万元） | 5-6 → !value.approximate
      总投资（万元） | 5 至 6 亿 → !value.approximate
      总投资（万元） | 5亿元至6亿元左右 → !value.approximate
      总投资（万元） | 1.5-2.0 → !value.approximate
      总投资（万元） | 100 → total_investment=100
      合同投资额（万美元） | 500 → !currency.foreign
      合同投资额（万美元） | 500万元 → contract_investment=500
      合同投资额 | 5亿元 → contract_investment=50000
      合同投资额 | 5 → !money.unit_missing
      合同投资额 | 约5 → !money.unit_missing
      合同投资额 | 5-6 → !value.approximate
      总投资（人民币亿元） | 2.5 → total_investment=25000
      总投资（单位：亿元） | 2.5 → total_investment=25000
      总投资，亿元 | 2.5 → total_investment=25000
      总投资亿元 | 2.5 → total_investment=25000
      总投资(亿) | 2.5 → total_investment=25000
      总投资（元） | 25000 → total_investment=2.5
      总投资[亿元] | 2.5 → total_investment=25000
      总投资【亿元】 | 2.5 → total_investment=25000
      总投资（含税，亿元） | 2.5 → total_investment=25000
      总投资：万元 | 2.5 → total_investment=2.5
      """))
  func `金额：约数、区间、外币、单位、读不懂的`(example: Example) throws {
    #expect(try CellReading.of(example.source) == example.meaning)
  }

  @Test(
    arguments: Example.table(
      """
      用地面积 | 30 → land_area=30
      用地面积 | 2公顷 → land_area=30
      用地面积 | 约60亩 → land_area=60 !value.approximate
      用地面积 | 50-60亩 → !value.approximate
      用地面积 | 60亩（含代征） → land_area=60
      用地面积 | 以实测为准 → !money.unparsable
      用地面积 | 100亩，其中新增50亩 → land_area=100
      用地面积 | 六十亩 → !money.unparsable
      用地面积 | 无 → 无
      用地面积 | 1,200 → land_area=1200
      用地面积（公顷） | 2 → land_area=30
      用地面积（公顷） | 2亩 → land_area=2
      就业人数 | 200人 → jobs=200
      就业人数 | 约200 → jobs=200 !value.approximate
      就业人数 | 200余人 → jobs=200 !value.approximate
      就业人数 | 200-300人 → !value.approximate
      就业人数 | 若干 → !money.unparsable
      """))
  func `用地和就业按同样的规则`(example: Example) throws {
    #expect(try CellReading.of(example.source) == example.meaning)
  }
}
