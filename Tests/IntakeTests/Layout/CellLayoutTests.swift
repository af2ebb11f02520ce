import Testing

@testable import Intake

/// Cells that take their value from another, and units that stand elsewhere. All names are invented.
@Suite struct CellLayoutTests {
  @Test func `竖着合并的单元格管它盖住的每一行，空白不往下填`() throws {
    let reading = try DrawnReading(
      """
      包联领导 | 项目名称 | 牵头单位
      韦某 | 甲示例项目 | 市商务局
      ^ | 乙示例项目 |
      李某 | 丙示例项目 |
      """)
    #expect(
      reading.rows("leader", "lead_units") == """
        2 甲示例项目 leader=韦某 lead_units=市商务局
        3 乙示例项目 leader=韦某
        4 丙示例项目 leader=李某
        """)
  }

  @Test func `同上取上一行的同一列`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 牵头单位 | 县区
      甲示例项目 | 市商务局 | 柳南区
      乙示例项目 | 同上 | 〃
      """)
    #expect(
      reading.rows("lead_units", "district") == """
        2 甲示例项目 lead_units=市商务局 district=柳南区
        3 乙示例项目 lead_units=市商务局 district=柳南区
        """)
  }

  @Test func `一连几个同上都是最上面那一个；上一行空着，同上就什么也没说`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 牵头单位 | 县区 | 总投资（万元）
      甲示例项目 | 市商务局 | 柳南区 | 12
      乙示例项目 | 同上 | 〃 | 同上
      丙示例项目 | 同上 | | 同上
      丁示例项目 | 市科技局 | 同上 | 34
      戊示例项目 | 同上 | 同上 | 同上
      """)
    #expect(
      reading.rows("lead_units", "district", "total_investment") == """
        2 甲示例项目 lead_units=市商务局 district=柳南区 total_investment=12
        3 乙示例项目 lead_units=市商务局 district=柳南区 total_investment=12
        4 丙示例项目 lead_units=市商务局 total_investment=12
        5 丁示例项目 lead_units=市科技局 total_investment=34
        6 戊示例项目 lead_units=市科技局 total_investment=34
        """)
  }

  @Test func `错误值只挡它自己那一格`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 总投资（万元） | 完成率
      甲示例项目 | #REF! | #DIV/0!
      合计 | #REF! |
      """)
    #expect(reading.rows("total_investment") == "2 甲示例项目")
    #expect(reading.findings == "B2 cell.error\nB3 cell.error")
  }

  @Test func `填报单位不是金额单位`() throws {
    let reading = try DrawnReading(
      """
      填报单位：元宝山景区管委会 | < |
      序号 | 项目名称 | 总投资
      1 | 甲示例项目 | 10
      """)
    #expect(reading.findings == "C3 money.unit_missing")
  }

  @Test func `几个计量单位并写，取金额的`() throws {
    let reading = try DrawnReading(
      """
      | | 单位：亩、人民币万元
      序号 | 项目名称 | 总投资
      1 | 甲示例项目 | 10
      """)
    #expect(reading.rows("total_investment") == "3 甲示例项目 total_investment=10")
  }

  @Test func `表注里以亿元为单位`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资
      1 | 甲示例项目 | 10
      注：投资额均以亿元为单位。
      """)
    #expect(
      reading.rows("total_investment") == """
        2 甲示例项目 total_investment=100000
        """)
  }

  @Test func `整表以外币为单位，不折算`() throws {
    let reading = try DrawnReading(
      """
      | | 单位：万美元
      序号 | 项目名称 | 总投资
      1 | 甲示例项目 | 10
      """)
    #expect(reading.findings == "C3 currency.foreign")
  }

  @Test func `同一个代码重复，没有名称也指出`() throws {
    let reading = try DrawnReading(
      """
      项目代码 | 项目名称 | 县区 | 序号
      2016-450205-89-01-766649 | 甲示例项目 | 柳南区 | 1
      2016-450205-89-01-766649 | | 柳南区 | 2
      """)
    #expect(
      reading.findings == """
        A3 duplicate.in_file
        B3 required.missing
        """)
  }
}
