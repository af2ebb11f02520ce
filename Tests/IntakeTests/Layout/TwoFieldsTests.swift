import Testing

@testable import Intake

/// Columns of two fields, columns known by what they hold, and 状态 beside 阶段.
@Suite struct TwoFieldsTests {
  @Test(arguments: [
    ("项目名称（项目代码）", "name/code"), ("项目名称及代码", "name/code"), ("项目代码和项目名称", "name/code"),
    ("项目名称/投资项目统一代码", "name/code"), ("项目名称及主要建设内容", "name/content"),
    ("工程名称、建设规模", "name/content"), ("建设地点及规模", "address"), ("责任单位及责任人", "responsible_units"),
    ("进展情况及存在问题", "progress"), ("其中：2026年计划投资", "plan.2026"), ("其中：今年计划投资", "plan.2026"),
    ("总投资 > 其中：设备投资", ""), ("其中：固定资产投资", "fixed_investment"), ("联系人及电话", "contact/phone"),
  ])
  func `一列两个字段`(header: String, expected: String) throws {
    #expect(try HeaderMeaning.of(header) == expected)
  }

  @Test func `名称里的代码和内容各归其位`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称及代码 | 总投资（万元）
      1 | 甲路项目 2019-450222-47-03-008812 | 5
      2 | 乙路项目【20194502224703008813】 | 6
      3 | 丙路项目（二期） | 7
      """)
    #expect(
      reading.rows("code") == """
        2 甲路项目 code=2019-450222-47-03-008812
        3 乙路项目 code=2019-450222-47-03-008813
        4 丙路项目（二期）
        """)
    let other = try DrawnReading("序号 | 项目名称及建设内容 | 县区\n1 | 丁桥项目：桥长80米 | 柳南区\n2 | 戊桥项目 | 柳南区")
    #expect(other.rows("content") == "2 丁桥项目 content=桥长80米\n3 戊桥项目")
  }

  @Test func `认不出的表头看内容`() throws {
    let phones = (1...5).map { "\($0) | 甲\($0)项目 | \($0 == 3 ? "见群" : "1390000000\($0)")" }
    let reading = try DrawnReading((["序号 | 项目名称 | 对接渠道"] + phones).joined(separator: "\n"))
    #expect(reading.columns == "A=seq B=name C=phone")
    #expect(reading.findings == "C1 column.by_content")
    let known = try DrawnReading(
      (["序号 | 项目名称 | 对接渠道 | 联系电话"] + phones.map { $0 + " | " }).joined(separator: "\n"))
    #expect(known.columns == "A=seq B=name D=phone")
  }

  @Test func `状态在阶段旁边是状态`() throws {
    let reading = try DrawnReading(
      """
      序号 | 项目名称 | 建设状态 | 阶段
      一、签约项目 | | |
      1 | 甲项目 | 停工 | 建设
      2 | 乙项目 | 已开工 |
      3 | 丙项目 | 在建 | 谋划
      """)
    #expect(reading.columns == "A=seq B=name C=condition D=stage")
    #expect(
      reading.rows("stage", "condition") == """
        3 甲项目 stage=建设 condition=暂停
        4 乙项目 stage=开工
        5 丙项目 stage=谋划
        """)
    #expect(try DrawnReading("序号 | 项目名称 | 项目状态\n1 | 甲项目 | 在建").columns == "A=seq B=name C=stage")
  }

  @Test func `没说截至月时取最后有内容的月份`() throws {
    let reading = try DrawnReading(
      "序号 | 项目名称 | 1月形象进度 | 2月形象进度 | 3月形象进度\n1 | 甲项目 | 场平 | 基础 |\n2 | 乙项目 | | 封顶 |")
    #expect(reading.columns == "A=seq B=name D=progress")
  }
}
