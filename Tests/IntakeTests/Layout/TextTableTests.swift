import Testing

@testable import Intake

/// Tables whose cells are all text, as in every .csv: what is a label, and what a figure. All names are invented.
@Suite struct TextTableTests {
  @Test(arguments: [
    "合计 | | | '300 | '30", "总 计 | | | '300 | '30", "合计（3个） | | | '300 | '30",
    "合计 | | — | '300 | '30",
  ])
  func `紧跟表头的合计行不是表头`(total: String) throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 建设地点 | 总投资（万元） | 2026年计划投资（万元）
      \(total)
      '1 | 甲示例项目 | 示例路 | '100 | '10
      '2 | 乙示例项目 | 示例街 | '200 | '20
      """)
    #expect(reading.headerRows == [[1]])
    #expect(reading.columns == "A=seq B=name C=address D=total_investment E=plan.2026")
  }

  @Test func `没有字的一行不是表头，年份的一行是`() throws {
    let figures = try DrawnReading(
      """
      序号 | 项目名称 | 建设地点 | 总投资（万元） | 2026年计划投资（万元）
       | | | '100% | '10
      '1 | 甲示例项目 | 示例路 | '100 | '10
      """)
    #expect(figures.headerRows == [[1]])
    let years = try DrawnReading(
      """
      序号 | 项目名称 | 计划投资（万元） |
       | | '2026 | '2027
      '1 | 甲示例项目 | '100 | '10
      """)
    #expect(years.headerRows == [[1, 2]])
    #expect(years.columns == "A=seq B=name C=plan.2026 D=plan.2027")
  }

  @Test(arguments: ["'1 | 无 | / | /", "'1 | 暂无 | |", "1 | 无 | — | "])
  func `写着无的一行说的是这一段没有项目`(row: String) throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 建设地点 | 总投资（万元）
      一、续建项目 | | |
      \(row)
      二、新建项目 | | |
      1 | 甲示例项目 | 示例路 | 100
      """)
    #expect(reading.list.tables.flatMap(\.rows).count == 1)
  }
}
