import Testing

@testable import Intake

/// Headers of several rows whose cells are not merged, as in every .csv. All names are invented.
@Suite struct UnmergedHeaderTests {
  @Test func `三层表头，中间一层只写年份和总投资`() throws {
    let reading = try DrawnReading(
      """
      重点项目清单
      序号 | 项目名称 | 投资情况 | | | | 备注
       | | 总投资（万元） | 2026年 | | 完成率 |
       | | | 计划投资（万元） | 完成投资（万元） | |
      1 | 甲示例大桥 | 100 | 50 | 20 | 40% | 无
      2 | 乙示例水厂 | 200 | 60 | 30 | 50% |
      """)
    #expect(reading.headerRows == [[2, 3, 4]])
    #expect(reading.columns == "A=seq B=name C=total_investment D=plan.2026 E=done.2026 G=remark")
  }

  @Test func `三层表头，两个年份各有计划和完成`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 投资情况（万元） | | |
       | | 2025年 | | 2026年 |
       | | 计划投资 | 完成投资 | 计划投资 | 完成投资
      1 | 甲示例大桥 | 100 | 50 | 20 | 40
      """)
    #expect(reading.headerRows == [[1, 2, 3]])
    #expect(reading.columns == "A=seq B=name C=plan.2025 D=done.2025 E=plan.2026 F=done.2026")
  }

  @Test func `最下面一层只有一个标签`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 投资 | 县区
       | | 总投资（万元） |
      1 | 甲示例大桥 | 100 | 柳南区
      """)
    #expect(reading.headerRows == [[1, 2]])
    #expect(reading.columns == "A=seq B=name C=total_investment D=district")
  }

  @Test(arguments: [
    " | | | 续建", " | | 示例路", " | 柳南区 | |", "柳南区 | | |", " | | 见附件 | 见附件",
  ])
  func `表头下的一行不是标签，就不算表头`(row: String) throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 建设地点 | 建设性质
      \(row)
      1 | 甲示例大桥 | 示例街 | 新建
      """)
    #expect(reading.headerRows == [[1]])
    #expect(reading.columns == "A=seq B=name C=address D=nature")
  }

  @Test func `重复的表头，最后一行只有一个标签`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 投资（万元） | 备注
      ^ | ^ | 总投资 | ^
      1 | 甲示例大桥 | 100 |
      序号 | 项目名称 | 投资（万元） | 备注
      ^ | ^ | 总投资 | ^
      2 | 乙示例水厂 | 200 |
      """)
    #expect(
      reading.rows("total_investment")
        == "3 甲示例大桥 total_investment=100\n6 乙示例水厂 total_investment=200")
    #expect(reading.ignored == "4=repeated_header 5=repeated_header")
  }

  @Test func `字少的项目行，不会被下一个表头吞掉`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 业主 | 总投资（万元）
      1 | 东环路 | 市政 | 100
      2 | 西环路 | 城投 | 200
      序号 | 项目名称 | 业主 | 建设地点 | 总投资（万元）
      1 | 南环路 | 城投 | 示例街 | 300
      """)
    #expect(reading.headerRows == [[1], [4]])
    #expect(
      reading.rows("total_investment") == """
        2 东环路 total_investment=100
        3 西环路 total_investment=200
        5 南环路 total_investment=300
        """)
  }
}
