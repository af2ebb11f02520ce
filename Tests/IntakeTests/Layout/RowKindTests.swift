import Testing

@testable import Intake

/// What the rows below a header are. All names are invented.
@Suite struct RowKindTests {
  @Test func `名称合并到的每一行都是项目`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 建设内容 | 总投资（万元）
      1 | 甲示例项目 | 一期厂房 | 10
      ^ | ^ | 二期厂房 | 20
      2 | 乙示例项目 | 仓库 | 30
      """)
    #expect(
      reading.rows("content")
        == "2 甲示例项目 content=一期厂房\n3 甲示例项目 content=二期厂房\n4 乙示例项目 content=仓库")
    #expect(reading.findings == "B2 duplicate.in_file")
  }

  @Test func `每页重复的表头不是项目`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      1 | 甲示例项目 | 10
      序号 | 项目名称 | 总投资（万元）
      2 | 乙示例项目 | 20
      """)
    #expect(reading.ignored == "3=repeated_header")
    #expect(reading.rows() == "2 甲示例项目\n4 乙示例项目")
  }

  @Test func `列号行和填写示例不是项目`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元） | 县区 | 备注
      1 | 2 | 3 | 4 | 5
      例： | 某某项目 | 100 | 柳南区 |
      1 | 丙示例项目 | 10 | 柳南 |
      """)
    #expect(reading.ignored == "2=column_numbers 3=example")
    #expect(reading.rows("district") == "4 丙示例项目 district=柳南区")
  }

  @Test func `隐藏的行不导入，合计仍按导入的算`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      1 | 甲示例项目 | 10
      ~2 | 乙示例项目 | 20
      合计 | | 30
      """)
    #expect(reading.ignored == "3=hidden 4=total")
    #expect(reading.findings == "3:3 hidden.rows\nC4 total.mismatch")
  }

  @Test func `没有名称的项目行留下并指出`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元） | 县区
      1 | 甲示例项目 | 10 | 柳南区
      2 | | 20 | 柳北区
      """)
    #expect(reading.rows() == "2 甲示例项目\n3 ?")
    #expect(reading.findings == "B3 required.missing")
  }

  @Test func `重复的表头空格和全半角不同也认得`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      1 | 甲示例项目 | 10
      序 号 | 项目 名称 | 总投资(万元)
      2 | 乙示例项目 | 10
      """)
    #expect(reading.ignored == "3=repeated_header")
  }

  @Test func `列号行漏一列、写算式也认得`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 县区 | 总投资（万元） | 合计 | 备注
      甲 | 乙 | 丙 | 1 | 2=1 |
      1 | 2 | 3 | 4 | | 6
      1 | 甲示例项目 | 柳南区 | 10 | |
      """)
    #expect(reading.ignored == "2=column_numbers 3=column_numbers")
  }

  @Test func `名称以示例开头的是项目，单写示例的才是示例`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 总投资（万元） | 县区
      示例产业园项目 | 10 | 柳南区
      示例 | 100 | 柳南区
      例1 | 100 | 柳南区
      样例：某项目 | 100 | 柳南区
      """)
    #expect(reading.ignored == "3=example 4=example 5=example")
  }

  @Test func `表尾的签字、日期、页码不是项目`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元） | 县区
      1 | 甲示例项目 | 10 | 柳南区
      填报人：某某 | | 联系电话：000 | 2026年3月1日
      审核人：某某 | | 填表日期： |
      - 1 - | | |
      第 1 页，共 2 页 | | |
      2026年3月31日 | | |
      """)
    #expect(
      reading.ignored == """
        3=footnote 4=footnote 5=footnote 6=footnote 7=footnote
        """)
  }

  @Test func `名称写无的行缺名称，原文照引`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      1 | 甲示例项目 | 10
      2 | 无 | 10
      """)
    #expect(
      reading.rows() == """
        2 甲示例项目
        3 ?
        """)
    #expect(reading.findings == "B3 required.missing")
  }

  @Test func `日期列里的阶段词只在没有别的阶段时算`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 开工时间 | 竣工时间
      一、签约项目（1个） | | |
      1 | 甲示例项目 | 已开工 |
      二、其他 | | |
      2 | 乙示例项目 | 在建 | 已竣工
      3 | 丙示例项目 | 未开工 | 2027年
      """)
    #expect(
      reading.rows("stage", "start_actual", "finish_actual") == """
        3 甲示例项目 stage=签约
        5 乙示例项目 stage=建设
        6 丙示例项目 finish_actual=2027
        """)
    #expect(reading.findings == "")
  }
}
