import Ledger
import Spreadsheet
import Testing

@testable import Intake

/// Lists printed in halves side by side. All names are invented.
@Suite struct SideBySideTests {
  @Test func `左右并排的两半各读各的列`() throws {
    let reading = try DrawnReading(
      """
      重点项目表 | < | < | < | < | < | <
      序号 | 项目名称 | 总投资（万元） | | 序号 | 项目名称 | 总投资（万元）
      1 | 甲示例项目 | 10 | | 3 | 丙示例项目 | 30
      2 | 乙示例项目 | 20 | | 小计 | | 30
      小计 | | 30 | | | |
      注：按投资排序 | < | < | < | < | < | <
      """)
    #expect(
      reading.columns == """
        A=seq B=name C=total_investment
        E=seq F=name G=total_investment
        """)
    #expect(reading.list.rows.map { $0.text(.name) } == ["甲示例项目", "乙示例项目", "丙示例项目"])
    #expect(reading.list.tables.flatMap(\.totals).map(\.ties) == [true, true])
  }

  @Test func `没有空列也按重复的序号分开`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 县区 | 序号 | 项目名称 | 县区
      1 | 甲示例项目 | 柳南区 | 2 | 乙示例项目 | 柳北区
      """)
    #expect(reading.list.rows.map { $0.text(.name) } == ["甲示例项目", "乙示例项目"])
  }

  @Test func `并列的曾用名不是另一半`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 项目名称（曾用名） | 县区
      1 | 甲示例项目 | 乙示例项目 | 柳北区
      """)
    #expect(reading.list.tables.count == 1)
  }
}
