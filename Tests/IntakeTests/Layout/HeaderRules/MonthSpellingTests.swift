import Testing

@testable import Intake

/// How the months of a sum are written, and which year they are of.
@Suite struct MonthSpellingTests {
  @Test(arguments: [
    "一至三月", "一－三月", "1至3月", "1—3月份", "元月至三月", "1月份至3月份", "一月—三月", "一到三月", "1～3月",
    "前三个月", "前3个月", "1-3月份累计", "一~三月份",
  ])
  func `一月到三月怎么写都是一月到三月`(_ months: String) throws {
    #expect(try HeaderMeaning.of("\(months)完成投资") == "done.2026-01..03")
  }

  @Test(
    arguments: [
      ("一至四月累计完成投资", "done.2026-01..04"), ("四月完成投资", "done.2026-04"),
      ("十一至十二月完成投资", "done.2026-11..12"), ("2025年一至十二月到位资金", "funds.2025-01..12"),
      ("前三季度完成投资", "done.2026-01..09"), ("一至三季度完成投资", "done.2026-01..09"),
      ("1-2季度完成投资", "done.2026-01..06"), ("第三季度完成投资", "done.2026-07..09"),
      ("三季度完成投资", "done.2026-07..09"),
    ])
  func `月份和季度的范围`(_ header: String, _ meaning: String) throws {
    #expect(try HeaderMeaning.of(header) == meaning)
  }

  @Test(
    arguments: [
      ("2026年各月完成投资（万元）>3", "done.2026-03"), ("2025年分月完成投资>12", "done.2025-12"),
      ("月度完成投资>1月", "done.2026-01"), ("2026年逐月到位资金>7", "funds.2026-07"),
      ("2026年完成投资>3", ""), ("完成投资>12", ""),
    ])
  func `各月之下的数字是月份，别处的数字不知是什么`(_ header: String, _ meaning: String) throws {
    #expect(try HeaderMeaning.of(header) == meaning)
  }

  @Test(arguments: ["今年以来", "年初至今", "自年初累计", "年初累计", "自年初至今", "今年以来累计", "年初以来累计"])
  func `完成投资之下写自年初，是全年累计`(_ leaf: String) throws {
    #expect(try HeaderMeaning.of("完成投资（万元）>\(leaf)") == "done.2026")
  }

  @Test(
    arguments: [
      ("【（截至2025年12月31日）】本月完成投资", "done.2025-12"), ("【截至2027年1月底】当月到位资金", "funds.2027-01"),
      ("【截至3月底】本月完成投资", "done.2026-03"), ("【截至2025年12月】2026年>本月完成投资", "done.2026-12"),
    ])
  func `本月的年份随截至日期`(_ header: String, _ meaning: String) throws {
    #expect(try HeaderMeaning.of(header) == meaning)
  }

  @Test(arguments: ["2026—27年计划投资", "2026-2027年计划投资", "2026年度至2028年度计划投资"])
  func `跨年的投资不是哪一年的`(_ header: String) throws {
    #expect(try HeaderMeaning.of(header) == "")
  }

  @Test func `标题没有写月份的本月，请人说明`() throws {
    let reading = try DrawnReading(
      """
      项目名称 | 总投资（万元） | 本月完成投资（万元）
      甲示例项目 | 10 | 1
      """)
    #expect(reading.list.tables.first?.unknownColumns.map(\.letters) == ["C"])
  }
}
