import Testing

@testable import Ledger

@Suite("每个问题都有一句话和一条建议")
struct FindingWordingTests {
  let catalogue: Catalogue

  init() throws { catalogue = try Shipped.catalogue.get() }

  @Test(arguments: FindingCode.allCases)
  func `every code has words`(code: FindingCode) {
    let finding = Finding(code, sheet: "清单", cell: "C12", raw: "原文", field: FieldKey(.chain))
    #expect(finding.sentence(catalogue).hasSuffix("。"))
    #expect(finding.suggestion(catalogue).hasSuffix("。"))
  }

  @Test func `an unknown name is told with what is near`() {
    let finding = Finding(
      .refUnknown, sheet: "", cell: "F2", raw: "市资源局", field: FieldKey(.leadUnits),
      candidates: ["市自然资源和规划局"])
    #expect(finding.sentence(catalogue) == "牵头单位“市资源局”不在目录中，未导入。")
    #expect(finding.suggestion(catalogue) == "是否为“市自然资源和规划局”？请按目录名称填写。")
  }

  @Test func `a plan in a stage column is no stage`() {
    let finding = Finding(
      .refAmbiguous, sheet: "", cell: "H2", raw: "拟开工", field: FieldKey(.stage))
    #expect(finding.sentence(catalogue) == "阶段“拟开工”不是确定的阶段，未导入。")
    #expect(finding.suggestion(catalogue) == "请填写现在所处的阶段。")
  }

  @Test func `a wrong total is told with the sum`() {
    let finding = Finding(
      .totalMismatch, sheet: "", cell: "F30", raw: "1200", field: FieldKey(.totalInvestment),
      candidates: ["1180"])
    #expect(finding.suggestion(catalogue) == "各行之和为 1180 万元，请核对合计或明细。")
  }

  @Test func `a wrong count, a period, an area are told in their own words`() {
    let count = Finding(
      .totalMismatch, sheet: "", cell: "A9", raw: "合计（5项）", candidates: ["4"])
    #expect(count.sentence(catalogue) == "“合计（5项）”所写的项数与项目行数不符。")
    #expect(count.suggestion(catalogue) == "项目行数为 4，请核对合计或明细。")
    let period = Finding(.dateUnparsable, sheet: "", cell: "D3", raw: "24个月")
    #expect(period.sentence(catalogue) == "起止时间“24个月”不是可识别的日期，未导入。")
    #expect(period.suggestion(catalogue) == "请写成“2025-2027”或“2025年6月至2027年12月”。")
    let area = Finding(
      .moneyUnparsable, sheet: "", cell: "E3", raw: "六十亩", field: FieldKey(.landArea))
    #expect(area.sentence(catalogue).contains("不是可识别的数"))
  }

  @Test func `a place that fits none in particular is asked by its full name`() {
    let finding = Finding(
      .refAmbiguous, sheet: "", cell: "C3", raw: "经开区", field: FieldKey(.district))
    #expect(finding.suggestion(catalogue) == "请写出县区的全称。")
  }

  @Test(arguments: [("3-5亿元", true), ("约5亿元", false), ("2～3", true), ("5亿元以上", false)])
  func `a range is not an approximate number`(raw: String, isRange: Bool) {
    let finding = Finding(
      .valueApproximate, sheet: "", cell: "F3", raw: raw, field: FieldKey(.totalInvestment))
    #expect(finding.sentence(catalogue).contains("范围") == isRange)
  }

  @Test func `a series is named with its period`() throws {
    let period = try #require(Period("2026-01..03"))
    #expect(FieldKey(.done, period).label(in: catalogue) == "2026 年 1—3 月完成投资")
    let register = FieldKey(register: "shuangbai", year: 2026)
    #expect(register.label(in: catalogue) == "双百项目（2026 年）")
  }
}
