import Testing

@testable import Intake

/// Totals, subtotals and stated counts. All names are invented.
@Suite struct TotalTests {
  @Test func `小计只加到上一个小计，总计加全部`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      1 | 甲示例项目 | 10
      小计 | | 10
      2 | 乙示例项目 | 20
      3 | 丙示例项目 | 30
      柳城县小计 | | 51
      总  计（共3个） | | 60
      """)
    #expect(reading.ignored == "3=subtotal 6=subtotal 7=total")
    #expect(reading.findings == "C6 total.mismatch")
  }

  @Test func `本页小计加到上一次重复的表头`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      1 | 甲示例项目 | 10
      2 | 乙示例项目 | 20
      本页小计 | | 30
      序号 | 项目名称 | 总投资（万元）
      3 | 丙示例项目 | 10
      鹿寨县小计（1项） | | 10
      4 | 丁示例项目 | 20
      本页小计 | | 30
      总计：4个 | | 61
      """)
    #expect(reading.findings == "C10 total.mismatch")
  }

  @Test func `项数写在旁边一格`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      1 | 甲示例项目 | 10
      合计 | 共2项 | 10
      """)
    #expect(reading.findings == "B3 total.mismatch")
  }

  @Test func `名称里的数字不是项数`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      一、102项工程的新开工项目（1项） | | 10
      1 | 甲示例项目 | 10
      """)
    #expect(reading.findings == "")
  }

  @Test func `外币的列不核对合计`() throws {
    let reading = try DrawnReading(
      """
      单位：万元
      序号 | 项目名称 | 合同投资额（万美元）
      1 | 甲示例项目 | 500
      合计 | | 500
      """)
    #expect(reading.findings == "C3 currency.foreign")
  }

  @Test func `合计行里文字列的错误值也指出`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元） | 县区
      1 | 甲示例项目 | 10 | 柳南区
      合计 | | 10 | #N/A
      """)
    #expect(reading.findings == "D3 cell.error")
  }
}
