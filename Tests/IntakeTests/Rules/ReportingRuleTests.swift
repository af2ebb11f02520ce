import Testing

@testable import Intake

/// Figures of a report that contradict each other.
@Suite struct ReportingRuleTests {
  /// The findings of a list up to March 2026, in 万元.
  private func findings(_ columns: String, _ row: String) throws -> String {
    try DrawnReading(
      "重点项目调度表（截至2026年3月底）\n单位：万元\n序号 | 项目名称 | \(columns)\n1 | 甲示例项目 | \(row)"
    ).findings
  }

  @Test(arguments: [
    ("总投资 | 1-3月完成投资 | 5000 | 5001", "D4 done.over_total"),
    ("总投资 | 1-3月完成投资 | 5000 | 5000", ""),
    ("总投资 | 截至2025年底累计完成投资 | 3月完成投资 | 5000 | 4900 | 200", ""),
    ("总投资 | 截至2025年底累计完成投资 | 今年以来完成投资 | 5000 | 4900 | 200", "E4 done.over_total"),
    ("总投资 | 截至2025年底累计完成投资 | 5000 | 5200", "D4 done.over_total"),
    ("1-2月完成投资 | 1-3月完成投资 | 300 | 280", "D4 done.decreases"),
    ("1-2月完成投资 | 3月完成投资 | 1-3月完成投资 | 300 | -20 | 280", "D4 value.negative"),
    ("1-2月完成投资 | 3月完成投资 | 1-3月完成投资 | 300 | 50 | 351", ""),
    ("1-2月完成投资 | 3月完成投资 | 1-3月完成投资 | 300 | 50 | 352", "E4 done.not_sum"),
    ("1月完成投资 | 2月完成投资 | 1-2月完成投资 | 100 | 50 | 170", "E4 done.not_sum"),
    ("项目阶段 | 1-3月完成投资 | 洽谈 | 1", "C4 stage.contradicts"),
    ("项目阶段 | 1-3月完成投资 | 洽谈 | 0", ""),
    ("项目阶段 | 2025年完成投资 | 谋划 | 60", ""),
    ("项目阶段 | 计划开工时间 | 达产 | 2026年4月", "C4 stage.contradicts"),
    ("项目阶段 | 计划开工时间 | 达产 | 2026年3月", ""),
    ("项目阶段 | 计划开工时间 | 投产 | 2026年", ""),
    ("总投资（亿元） | 1000", "C4 money.magnitude"), ("总投资（亿元） | 999.99", ""),
  ])
  func `相互矛盾的数都点名`(cells: String, expected: String) throws {
    let parts = cells.split(separator: "|").map(String.init)
    let columns = parts.prefix(parts.count / 2).joined(separator: "|")
    let row = parts.suffix(parts.count / 2).joined(separator: "|")
    #expect(try findings(columns, row) == expected)
  }

  @Test func `阶段来自分节时问题记在完成数上`() throws {
    let reading = try DrawnReading(
      "序号 | 项目名称 | 2026年1-3月完成投资（万元）\n一、签约项目 | |\n1 | 甲示例项目 | 20")
    #expect(reading.findings == "C3 stage.contradicts")
  }
}
