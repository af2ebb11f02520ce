import Testing

@testable import Intake

/// Where a table stands in its sheet and how far its header reaches. All names are invented.
@Suite struct TableLayoutTests {
  @Test func `项目情况之下的名称是项目名称`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目基本情况 | < | 业主情况 | <
      ^ | 名称 | 地点 | 名称 | 电话
      1 | 甲示例项目 | 示例路 | 示例公司 | 0772
      """)
    #expect(reading.headerRows == [[1, 2]])
    #expect(reading.columns.hasPrefix("A=seq B=name C=address"))
  }

  @Test(arguments: [
    "表2 | | 2026年4月", "全市重点项目推进情况表 | | 2026年4月", "鹿寨县 | | 2026年4月", "附表一 | 柳南区 | 2026年",
  ])
  func `表号、表名和月份同在一行不是表头`(line: String) throws {
    let reading = try DrawnReading(
      """
      \(line)
      序号 | 项目名称 | 备注
      1 | 甲示例项目 |
      """)
    #expect(reading.headerRows == [[2]])
    #expect(reading.columns == "A=seq B=name C=remark")
  }

  @Test func `数据透视表不是项目表`() throws {
    let reading = try DrawnReading(
      """
      行标签 | 求和项:总投资（万元） | 计数项:项目名称
      柳南区 | 500 | 2
      总计 | 500 | 2
      """)
    #expect(reading.headerRows == [])
  }

  @Test func `标题、单位行、一行表头`() throws {
    let reading = try DrawnReading(
      """
      2026年项目清单 | < | <
      填报单位：某局 | | 单位：亿元
      序号 | 项目名称 | 总投资
      1 | 云岫关节模组项目 | 1.5
      合计 | | 1.5
      """)
    #expect(reading.columns == "A=seq B=name C=total_investment")
    #expect(reading.rows("total_investment") == "4 云岫关节模组项目 total_investment=15000")
    #expect(reading.ignored == "1=title 2=note 5=total")
    #expect(reading.findings == "")
  }

  @Test func `三级合并表头，年份在中间一级`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 投资情况（万元） | < | < | <
      ^ | ^ | 总投资 | 2025年 | 2026年 | <
      ^ | ^ | ^ | 完成投资 | 计划投资 | 1-3月完成投资
      1 | 霁川力矩传感器项目 | 100 | 10 | 50 | 12
      """)
    #expect(reading.headerRows == [[1, 2, 3]])
    #expect(
      reading.columns
        == "A=seq B=name C=total_investment D=done.2025 E=plan.2026 F=done.2026-01..03")
  }

  @Test func `没有合并的两行表头，组名向右延伸`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 投资（万元） | | 责任分工 | | 备注
       | | 总投资 | 2026年计划投资 | 牵头单位 | 配合单位 |
      1 | 湛野储能项目 | 100 | 20 | 市发改委 | 市财政局 |
      """)
    #expect(reading.headerRows == [[1, 2]])
    #expect(
      reading.columns
        == "A=seq B=name C=total_investment D=plan.2026 E=lead_units F=cooperating_units G=remark")
  }

  @Test func `单位自成一行，在表头之内`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资 | 用地面积
       | | 亿元 | 亩
      1 | 昀拓压铸模具项目 | 2 | 30
      """)
    #expect(reading.headerRows == [[1, 2]])
    #expect(
      reading.rows("total_investment", "land_area")
        == "3 昀拓压铸模具项目 total_investment=20000 land_area=30")
  }

  @Test func `表头的字拉开写`() throws {
    let reading = try DrawnReading(
      """
      序 号 | 项 目 名 称 | 总 投 资（万元）
      1 | 甲示例项目 | 10
      合   计 | | 10
      """)
    #expect(reading.columns == "A=seq B=name C=total_investment")
    #expect(reading.ignored == "3=total")
  }

  @Test func `表头上一行是落款，不是组名`() throws {
    let reading = try DrawnReading(
      """
      2026年重点项目清单 | < | < | <
      柳州市发展改革委 | | | 2026年3月31日
      序号 | 项目名称 | 总投资（万元） | 县区
      1 | 甲示例项目 | 10 | 柳南区
      """)
    #expect(reading.headerRows == [[3]])
    #expect(reading.ignored == "1=title 2=title")
  }

  @Test func `只有一个组名、没有竖向合并`() throws {
    let reading = try DrawnReading(
      """
      | | | 投资情况（亿元） | <
      序号 | 项目名称 | 县区 | 总投资 | 2026年计划投资
      1 | 甲示例项目 | 柳南 | 10 | 2
      """)
    #expect(reading.headerRows == [[1, 2]])
    #expect(
      reading.rows("total_investment", "plan.2026") == """
        3 甲示例项目 total_investment=100000 plan.2026=20000
        """)
  }

  @Test func `右上角合并的单位不是组名`() throws {
    let reading = try DrawnReading(
      """
      示例清单 | < | < | < | <
       | | | （单位：亿元） | <
      序号 | 项目名称 | 县区 | 总投资 | 2026年计划投资
      1 | 甲示例项目 | 柳南 | 10 | 2
      """)
    #expect(reading.headerRows == [[3]])
    #expect(
      reading.rows("total_investment") == """
        4 甲示例项目 total_investment=100000
        """)
  }

  @Test func `没有合并的第二行里写其中`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元） | | | 备注
       | | 合计 | 其中：固定资产投资 | 其中：设备 |
      1 | 甲示例项目 | 10 | 8 | 2 | 测试
      """)
    #expect(reading.headerRows == [[1, 2]])
    #expect(
      reading.columns == """
        A=seq B=name C=total_investment D=fixed_investment F=remark
        """)
  }

  @Test func `四级表头，单位各级不同`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 投资情况 | < | < | < | < | < | 进展
      ^ | ^ | 总投资（亿元） | < | 2026年（万元） | < | < | < | ^
      ^ | ^ | 合计 | 其中：固定资产投资 | 计划投资 | 完成投资 | < | 到位资金 | ^
      ^ | ^ | ^ | ^ | ^ | 3月 | 1-3月 | ^ | ^
      1 | 甲示例项目 | 1 | 0.8 | 2000 | 100 | 300 | 500 | 封顶
      """)
    #expect(reading.headerRows == [[1, 2, 3, 4]])
    #expect(
      reading.rows(
        "total_investment", "fixed_investment", "plan.2026", "done.2026-03", "done.2026-01..03",
        "funds.2026") == """
          5 甲示例项目 total_investment=10000 fixed_investment=8000 plan.2026=2000 done.2026-03=100 done.2026-01..03=300 funds.2026=500
          """)
  }

  @Test func `名称列只写项目两个字`() throws {
    let reading = try DrawnReading(
      """
      项目 | 总投资（万元） | 县区
      甲示例项目 | 5 | 柳南区
      """)
    #expect(reading.columns == "A=name B=total_investment C=district")
    #expect(reading.rows("district") == "2 甲示例项目 district=柳南区")
  }

  @Test func `表头上方右侧合并的日期是说明，表头从竖着合并的那行算起`() throws {
    let reading = try DrawnReading(
      """
      2026年重点项目清单（测试数据） | < | < | < | <
       | | | 2026年4月 | <
      序号 | 项目名称 | 投资（万元） | 牵头单位 | 备注
      ^ | ^ | 总投资 | ^ | ^
      1 | 甲项目 | 100 | 市园区办 | 无
      """)
    #expect(reading.headerRows == [[3, 4]])
    #expect(
      reading.columns == "A=seq B=name C=total_investment D=lead_units E=remark")
    #expect(reading.ignored == "1=title 2=title")
  }
}
