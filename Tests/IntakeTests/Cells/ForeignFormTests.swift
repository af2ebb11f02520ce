import Ledger
import Spreadsheet
import Testing

@testable import Intake

/// Characters, numbers and dates as copies, other programs and other habits write them.
@Suite struct ForeignFormTests {
  @Test(arguments: [
    ("县区 | 柳州市柳⽯路", "!ref.unknown"), ("县区 | 柳南\u{200B}区", "district=柳南区"),
    ("牵头单位 | 市⽔利局", "lead_units=市水利局"), ("备注 | ⾼压线迁改", "remark=高压线迁改"),
    ("备注 | \u{F900}山路口改造完成", "remark=豈山路口改造完成"), ("备注 | 甲\u{FFFF}乙", "remark=甲乙 !text.characters"),
    ("备注 | 👨\u{200D}🔧进场", "remark=👨\u{200D}🔧进场"), ("备注 | 甲\u{200D}乙", "remark=甲乙"),
    ("备注 | =DISPIMG(\"ID_1\",1)", ""), ("备注 | =_xlfn.IMAGE(\"x\")", ""),
  ])
  func `看不见的字符去掉、形近字符还原`(cell: String, expected: String) throws {
    #expect(try CellReading.of(cell) == expected)
  }

  @Test(arguments: [
    ("-30", "-30"), ("－30", "-30"), ("−30万元", "-30"), ("–30", "-30"), ("▲30", "-30"),
    ("△1,030.5", "-1030.5"), ("30-", "-30"), ("(30)", "-30"), ("（30万元）", "-30"),
    ("（0.3亿元）", "-3000"),
  ])
  func `负数的各种写法`(text: String, expected: String) throws {
    #expect(
      try CellReading.of("总投资（万元） | '\(text)")
        == "total_investment=\(expected) !value.negative")
  }

  @Test(arguments: [
    ("2026年元月", "2026-01"), ("今年十月", "2026-10"), ("十二月底前", "2026-12"),
    ("二〇二七年三月", "2027-03"), ("二○二七年三月十五日", "2027-03-15"), ("2027·5", "2027-05"),
    ("Ⅲ季度", "2026-Q3"), ("2026年第三季", "2026-Q3"), ("2026Q3", "2026-Q3"),
    ("2027年Q1", "2027-Q1"), ("预计2027年下半年", "2027-H2"),
  ])
  func `日期里的中文数字`(text: String, expected: String) throws {
    #expect(try CellReading.of("计划开工时间 | \(text)") == "start_planned=\(expected)")
  }

  @Test(arguments: ["2026年中", "2026年春", "2027年国庆节前", "2027年汛期前", "明年初", "2026年三月三", "2026年一、二季度"])
  func `只懂年份而另有时间词的不猜`(text: String) throws {
    #expect(try CellReading.of("计划开工时间 | \(text)") == "!date.unparsable")
  }

  @Test func `超长文字保留并点名`() throws {
    let text = String(repeating: "坐标", count: 16_400)
    let reading = try DrawnReading("序号 | 项目名称 | 备注\n1 | 甲示例项目 | \(text)")
    #expect(reading.list.rows[0].text(.remark) == text)
    #expect(reading.findings == "C2 text.too_long")
    #expect(reading.list.findings[0].raw.count == 100)
  }

  @Test func `来源保留原文`() throws {
    let reading = try DrawnReading("序号 | 项⽬名称 | 县区\n1 | ⽊\u{AD}材加工项⽬ | 柳南区")
    #expect(reading.list.rows[0].text(.name) == "木材加工项目")
    #expect(reading.list.rows[0].values.first { $0.key.text == "name" }?.raw == "⽊\u{AD}材加工项⽬")
  }

  private func reading(_ header: String, _ cells: [CellValue]) throws -> DrawnReading {
    var sheet = DrawnSheet.sheet("序号 | 项目名称 | \(header)")
    for (index, cell) in cells.enumerated() {
      sheet.rows.append(
        Row(
          number: index + 2,
          cells: [
            Cell(column: 0, value: .number(DecimalNumber(index + 1))),
            Cell(column: 1, value: .text("示例项目\(index)")), Cell(column: 2, value: cell),
          ] as [Cell]))
    }
    return try DrawnReading([sheet])
  }

  private func shown(_ number: Int, _ scale: Int, _ unit: NumberDisplay.Unit?) -> CellValue {
    .shown(ShownNumber(DecimalNumber(number), NumberDisplay(scale: scale, unit: unit)))
  }

  @Test func `格式显示的单位就是所指的单位`() throws {
    let reading = try reading(
      "总投资（万元）",
      [
        shown(500, 0, .tenThousands), shown(50_000_000, 4, .tenThousands),
        shown(3, 0, .hundredMillions),
      ])
    #expect(
      reading.rows("total_investment") == """
        2 示例项目0 total_investment=500
        3 示例项目1 total_investment=5000
        4 示例项目2 total_investment=30000
        """)
    #expect(reading.findings == "C3 value.scaled")
  }

  @Test func `格式补出的零算在编号里不算在金额里`() throws {
    let padded = CellValue.shown(ShownNumber(DecimalNumber(7), NumberDisplay(digits: 3)))
    #expect(try reading("项目编号", [padded]).rows("local_number") == "2 示例项目0 local_number=007")
    #expect(
      try reading("总投资（万元）", [padded]).rows("total_investment") == "2 示例项目0 total_investment=7")
  }

  @Test func `没有结果的公式每列说一次`() throws {
    let reading = try reading("总投资（万元）", [.number(DecimalNumber(5)), .uncalculated, .uncalculated])
    #expect(reading.findings == "C3 cell.uncalculated")
    #expect(reading.rows("total_investment").hasSuffix("4 示例项目2"))
  }
}
