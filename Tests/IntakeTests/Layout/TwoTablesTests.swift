import Testing

@testable import Intake

/// Several tables on one sheet. All names are invented.
@Suite struct TwoTablesTests {
  @Test func `一张表上下两个清单，各有各的单位`() throws {
    let reading = try DrawnReading(
      """
      表一 续建项目
       | 单位：万元
      项目名称 | 总投资
      甲示例项目 | 100
      合计 | 100

      表二 新开工项目
       | 单位：亿元
      项目名称 | 业主 | 总投资
      乙示例项目 | 示例公司 | 2
      """)
    #expect(reading.headerRows == [[3], [9]])
    #expect(
      reading.rows("total_investment")
        == "4 甲示例项目 total_investment=100\n10 乙示例项目 total_investment=20000")
  }

  @Test func `上面的清单窄，最后几行仍是它的项目`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 县区 | 阶段
      甲示例项目 | 柳南区 | 在建
      乙示例项目 | 柳北区 | 在建
      表二 项目表（2026年）
       | 单位：亿元
      项目名称 | 业主 | 总投资
      丙示例项目 | 示例公司 | 1
      """)
    #expect(reading.headerRows == [[1], [6]])
    #expect(
      reading.rows("district", "total_investment") == """
        2 甲示例项目 district=柳南区
        3 乙示例项目 district=柳北区
        7 丙示例项目 total_investment=10000
        """)
    #expect(
      reading.ignored == """

        4=title 5=note
        """)
  }

  @Test func `两张清单之间的备注归上面`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      1 | 甲示例项目 | 5
      备注：测试数据。

      单位：亿元 | | 截至2026年3月
      序号 | 项目名称 | 业主 | 总投资
      1 | 乙示例项目 | 示例公司 | 1
      ★ 测试数据
      第1页 共1页
      """)
    #expect(
      reading.ignored == """
        3=footnote
        5=note 8=footnote 9=footnote
        """)
  }
}
