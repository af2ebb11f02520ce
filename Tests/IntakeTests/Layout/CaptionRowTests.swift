import Testing

@testable import Intake

/// What stands right above a header: a caption of the table, or the headings of groups of columns. All names
/// are invented.
@Suite struct CaptionRowTests {
  private static let header = "序号 | 项目名称 | 县区 | 总投资 | 2026年计划投资 | 本月完成投资 | 形象进度"

  private func read(_ caption: String, header: String = header) throws -> DrawnReading {
    try DrawnReading(
      """
      2026年水利项目情况
      \(caption)
      \(header)
      1 | 甲示例水厂工程 | 柳南区 | 10 | 5 | 1 | 基础
      2 | 乙示例水厂工程 | 柳北区 | 20 | 6 | 2 | 主体
      """)
  }

  @Test(arguments: [
    "2026年3月 | < | < | < | < | < | 单位：亿元", "市水利局 | < | < | 2026年3月 | < | 单位：亿元 | <",
    "示例水利投资公司 | < | < | 2026年3月 | < | 单位：亿元 | <",
    "附件1 | 2026年3月重点项目进度表 | < | < | < | 单位：亿元 | <",
    "2026年3月重点项目进度表（截至2026年3月底） | < | < | < | < | < | （单位：亿元）",
    "密级：内部 | < | < | 2026年3月 | < | 金额单位：亿元 | <",
    "（第一批） | < | < | 2026年3月 | < | < | 单位：亿元",
    "填表人：韦某 | < | < | 2026年3月31日 | < | < | 单位：亿元",
    "截至2026年3月31日 | < | < | < | 市水利局 | < | 单位：亿元",
    "单位：亿元 | < | < | < | 2026年3月 | < | <", "鹿寨县 | < | 2026-03-31 | < | 单位：亿元 | < | <",
    "市水利局 | | | 2026年3月 | | 单位：亿元 | ", "统计期：2026年3月 | | | | 单位：亿元 | | ",
    "表2 | 市水利局 | < | 2026年3月 | < | < | 单位：亿元",
  ])
  func `表头上一行是说明：月份、单位照读，列不受影响`(_ caption: String) throws {
    let reading = try read(caption)
    #expect(reading.headerRows == [[3]])
    #expect(
      reading.columns == "A=seq B=name C=district D=total_investment E=plan.2026 "
        + "F=done.2026-03 G=progress")
    #expect(
      reading.rows("total_investment") == """
        4 甲示例水厂工程 total_investment=100000
        5 乙示例水厂工程 total_investment=200000
        """)
    #expect(reading.findings == "")
  }

  @Test(arguments: [
    "2026年1-3月 | < | < | < | < | < | ", "2026年 | < | < | < | < | < |",
    "联系人 | 韦某 | 联系电话 | 2026年3月 | | |",
    "项目进度 | | | | | 2026年3月 |", "2026年第一季度 | < | < | < | 内部资料 | < | <",
  ])
  func `只有时间、联系人的一行也是说明，不给列带来时间`(_ caption: String) throws {
    let header = "序号 | 项目名称 | 县区 | 总投资（万元） | 2026年计划投资（万元） | 本月完成投资（万元） | 形象进度"
    let reading = try read(caption, header: header)
    #expect(reading.headerRows == [[3]])
    #expect(reading.columns.contains("D=total_investment E=plan.2026"))
    #expect(reading.columns.hasSuffix("G=progress"))
    #expect(!reading.columns.contains("2026-01"))
  }

  @Test(
    arguments: [
      (
        "序号 | 项目名称 | 2026年 | < | 2027年 | <", "| | 计划投资 | 完成投资 | 计划投资 | 完成投资",
        "C=plan.2026 D=done.2026 E=plan.2027 F=done.2027"
      ),
      (
        "| | 2026年3月 | < | 2026年4月 | <", "序号 | 项目名称 | 完成投资 | 形象进度 | 完成投资 | 形象进度",
        "C=done.2026-03 E=done.2026-04"
      ),
      (
        "| | 2026年3月 | | 2026年4月 |", "序号 | 项目名称 | 完成投资 | 形象进度 | 完成投资 | 形象进度",
        "C=done.2026-03 E=done.2026-04"
      ),
      (
        "基本情况 | < | 2026年完成投资（万元） | < | 资金来源（万元） | <",
        "序号 | 项目名称 | 1-3月 | 4月 | 财政资金 | 自筹", "C=done.2026-01..03 D=done.2026-04"
      ),
      (
        "基本情况 | < | < | 2026年 | < | <", "序号 | 项目名称 | 县区 | 计划投资 | 完成投资 | 计划竣工时间",
        "D=plan.2026 E=done.2026 F=finish_planned"
      ),
      (
        "项目情况 | < | 2026年3月（万元） | < | 存在问题 | <", "序号 | 项目名称 | 当月完成投资 | 累计完成投资 | 问题 | 建议",
        "C=done.2026-03 D=done.2026-01..03 E=problems"
      ),
    ])
  func `一组列的标题不是说明`(_ groups: String, _ leaves: String, _ columns: String) throws {
    let reading = try DrawnReading(
      """
      重点项目情况（单位：万元）
      \(groups)
      \(leaves)
      1 | 甲示例水厂工程 | 1 | 2 | 3 | 4
      """)
    #expect(reading.headerRows == [[2, 3]])
    #expect(reading.columns.contains(columns))
  }
}
