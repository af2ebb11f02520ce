import Ledger
import Spreadsheet
import Testing

@testable import Intake

/// Lists of other layouts and wordings, drawn from the contract alone. All names are invented.
@Suite struct HeldOutLayoutTests {
  @Test func `单位作分组，数量写在别的列`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 建设地点 | 总投资（万元） | 备注
      | 市水利局 | | 30 | 2项
      1 | 甲堤防示例工程 | 甲镇 | 10 | 在建
      2 | 乙水库示例工程 | 乙镇 | 20 |
      | 柳南区人民政府 | '1个 | 5 |
      1 | 丙示例工程 | 丙镇 | 5 |
      """)
    #expect(reading.ignored == "2=section 5=section")
    #expect(
      reading.rows("lead_units") == """
        3 甲堤防示例工程 lead_units=市水利局
        4 乙水库示例工程 lead_units=市水利局
        6 丙示例工程 lead_units=柳南区人民政府
        """)
    #expect(reading.findings == "")
  }

  @Test func `括号里的数字和圈号各是一级`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 县区 | 总投资（万元）
      壹、续建项目 | | | 15
      ①新能源 | | | 10
      1 | 甲示例项目 | 柳南区 | 10
      ②其他领域 | | |
      2 | 乙示例项目 | 柳北区 | 5
      贰、新开工项目 | | | 7
      3 | 丙示例项目 | 柳北区 | 7
      """)
    #expect(
      reading.rows("chain", "stage") == """
        4 甲示例项目 chain=新能源 stage=建设
        6 乙示例项目 stage=建设
        8 丙示例项目 stage=开工
        """)
    #expect(reading.findings == "")
  }

  @Test func `总计下分列的各项是其中行`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 县区 | 总投资（万元）
      | 总  计 | | 30
      | 市级 | | 12
      | 县级 | | 18
      一 | 续建项目 | | 30
      1 | 甲示例项目 | 柳南区 | 12
      2 | 乙示例项目 | 柳北区 | 18
      """)
    #expect(reading.ignored == "2=total 3=memo 4=memo 5=section")
    #expect(reading.rows("stage") == "6 甲示例项目 stage=建设\n7 乙示例项目 stage=建设")
    #expect(reading.findings == "")
  }

  @Test func `合计在末尾，其后的其中行不是项目`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 县区 | 总投资（万元）
      1 | 甲示例项目 | 柳南区 | 12
      2 | 乙示例项目 | 柳北区 | 18
      合计 | | | 30
      | 其中：市级项目 | | 12
      | 县级项目 | | 18
      """)
    #expect(reading.ignored == "4=total 5=memo 6=memo")
    #expect(reading.findings == "")
  }

  @Test func `其中单独写在序号一格里，也是其中行`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 县区 | 总投资（万元）
      合计 | | | 30
      其中 | 市级项目 | | 12
      其中： | 县级项目 | | 18
      1 | 甲示例项目 | 柳南区 | 12
      2 | 乙示例项目 | 柳北区 | 18
      """)
    #expect(reading.ignored == "2=total 3=memo 4=memo")
    #expect(reading.findings == "")
  }

  @Test func `没有序号列的表里，名称旁边只有数也是项目`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 总投资（万元） | 2026年计划投资（万元）
      甲示例项目 | 10 | 5
      乙示例中心 | 20 | 6
      合计 | 30 | 11
      其中：市级 | 10 | 5
      """)
    #expect(reading.ignored == "4=total 5=memo")
    #expect(reading.rows() == "2 甲示例项目\n3 乙示例中心")
    #expect(reading.findings == "")
  }

  @Test func `认不出的分组也结束上一组的产业链`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 县区 | 总投资（万元）
      ◆钢铁产业◆ | | |
      1 | 甲示例项目 | 柳北区 | 10
      ◆公共服务◆ | | |
      2 | 乙示例医院 | 柳北区 | 10
      """)
    #expect(
      reading.rows("chain") == "3 甲示例项目 chain=钢铁及关键金属新材料\n5 乙示例医院")
    #expect(reading.findings == "")
  }

  @Test func `漏了序号的项目像分组，要问清楚`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 县区 | 总投资（万元）
      1 | 甲示例项目 | 柳北区 | 10
      | 乙示例厂房 | | 20
      2 | 丙示例项目 | 柳北区 | 30
      """)
    #expect(reading.ignored == "3=section")
    #expect(reading.findings == "B3 row.unclear\nD3 total.mismatch")
  }

  @Test func `续表的标题在重复表头之前，不是分组`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 县区
      一、柳南区 | |
      1 | 甲示例项目 |
      重点项目表（续） | |
      序号 | 项目名称 | 县区
      2 | 乙示例项目 |
      """)
    #expect(reading.ignored == "2=section 4=footnote 5=repeated_header")
    #expect(reading.rows("district") == "3 甲示例项目 district=柳南区\n6 乙示例项目 district=柳南区")
  }

  @Test func `以下空白、省略号和空序号都不是项目`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 县区
      1 | 甲示例项目 | 柳南区
      2 | （以下空白） |
      3 | |
      …… | …… | ……
      附：名单一份 | |
      """)
    #expect(reading.rows() == "2 甲示例项目")
    #expect(reading.ignored == "3=footnote 5=footnote 6=footnote")
    #expect(reading.findings == "")
  }

  @Test func `分组标题旁写牵头单位`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 牵头单位 | 总投资（万元）
      一、新能源产业 | | 由市商务局牵头 | 10
      1 | 甲示例项目 | 市水利局 | 10
      """)
    #expect(reading.ignored == "2=section")
    #expect(reading.rows("chain", "lead_units") == "3 甲示例项目 chain=新能源 lead_units=市水利局")
  }

  @Test func `一二三作序号的表，行行是项目`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 县区 | 总投资（万元）
      一 | 甲示例项目 | 柳南区 | 10
      二 | 乙示例项目 | 柳北区 | 20
      合计 | | | 30
      """)
    #expect(reading.rows() == "2 甲示例项目\n3 乙示例项目")
    #expect(reading.findings == "")
  }

  @Test func `申报表三栏一行，值在右边`() throws {
    let reading = try DrawnReading(
      """
      重点项目申报表
      单位：万元
      项目名称 | 甲溪示例厂房项目 | < | <
      建设单位 | 甲溪示例公司 | 联系人 | 某某
      总投资 | 5000 | 用地批文号 | 甲字1号
      计划开工时间 | 2026年5月 | 县区 | 柳南
      """)
    #expect(
      reading.rows("owner", "total_investment", "start_planned", "district")
        == "3 甲溪示例厂房项目 owner=甲溪示例公司 total_investment=5000 start_planned=2026-05 district=柳南区")
    #expect(reading.list.tables[0].layout.form?.unmapped == ["C5"])
    #expect(reading.findings == "")
    let owner = reading.list.tables[0].rows[0].values.first { $0.key.text == "owner" }
    #expect(owner?.column == 1 && owner?.cellRow == 4)
  }

  @Test func `一表一项目，几张表几个项目，错格说原处`() throws {
    func form(_ name: String) -> Sheet {
      DrawnSheet.sheet(
        "项目名称 | \(name)\n总投资（万元） | 详见协议\n计划竣工时间 | 2027年\n项目阶段 | 在建", name: name)
    }
    let reading = try DrawnReading([form("甲示例项目"), form("乙示例项目")])
    #expect(
      reading.rows("stage") == "1 甲示例项目 stage=建设\n1 乙示例项目 stage=建设")
    #expect(reading.findings == "B2 money.unparsable\nB2 money.unparsable")
  }

  @Test func `两半并排，序号重复处分开`() throws {
    let reading = try DrawnReading(
      """
      2026年示例清单 | | | | | | |
      序号 | 项目名称 | 总投资（万元） | 序号 | 项目名称 | 总投资（万元）
      1 | 甲示例项目 | 10 | 3 | 丙示例项目 | 30
      2 | 乙示例项目 | 20 | 4 | 丁示例项目 | 40
      合计 | | 100 | | |
      """)
    #expect(reading.rows() == "3 甲示例项目\n4 乙示例项目\n3 丙示例项目\n4 丁示例项目")
    #expect(reading.findings == "")
  }

  @Test(
    arguments: Example.table(
      """
      2025年续建2026年新开工项目表 → 2026
      截至2025年12月31日情况表（2026年） → 2026
      2026—2030年项目表 → 无
      2024-2026年行动计划（2026年版） → 2026
      项目表 2026.3.31 → 2026
      第三次修订2026-03-31 → 2026
      """))
  func `标题的年份，几个取最晚，范围不算`(example: Example) {
    #expect(ListYear.stated(in: example.source).map(String.init) ?? "" == example.meaning)
  }

  @Test func `子项序号变成日期，括号序号不超过总投资`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 总投资（万元）
      1 | 甲打包示例 | 30
      1月1日 | 甲一 | 10
      1月2日 | 甲二 | 20
      2 | 乙示例 | 5
      （1） | 丙示例 | 10
      （2） | 丁示例 | 10
      """)
    #expect(
      reading.rows("package")
        == "2 甲打包示例\n3 甲一 package=甲打包示例\n4 甲二 package=甲打包示例\n5 乙示例\n6 丙示例\n7 丁示例")
  }
}
