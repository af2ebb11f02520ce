import Ledger
import Testing

@testable import Intake

/// A cell that names registers: what the catalogue does not know is told, and not lost.
@Suite struct RegisterCellTests {
  @Test(arguments: [
    ("项目库 | 双百项目", "registers.shuangbai@2026=候选,,"),
    ("项目库 | 双白项目", "registers.双白项目@2026=,, !register.unknown"),
    ("项目库 | 招商落地项目", "registers.招商落地项目@2026=,, !register.unknown"),
    (
      "项目库 | 储备重大项目、测试攻坚清单",
      "registers.reserve-major@2026=,, registers.测试攻坚清单@2026=,, !register.unknown"
    ),
  ])
  func `目录里没有的清单按原文保留，并说明`(cell: String, reading: String) throws {
    #expect(try CellReading.of(cell) == reading)
  }

  @Test func `说出相近的名称；要由主管单位列入的另说`() throws {
    let reading = try DrawnReading("序号 | 项目名称 | 项目库\n1 | 甲示例项目 | 双白项目\n2 | 乙示例项目 | 招商落地项目")
    let catalogue = try Shipped.catalogue.get()
    let findings = reading.list.findings.filter { $0.code == .registerUnknown }
    #expect(
      findings.map { $0.sentence(catalogue) } == [
        "项目库/清单“双白项目”不在目录中，只保留原文，查询和统计都找不到。",
        "项目库/清单“招商落地项目”要由主管单位列入，清单上写了不算，只保留原文。",
      ])
    #expect(
      findings.map { $0.suggestion(catalogue) } == [
        "是否为“双百项目”？请按目录名称填写。", "确已列入的，请手工登记。",
      ])
  }
}
