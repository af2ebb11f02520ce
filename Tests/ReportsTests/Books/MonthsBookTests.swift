import Ledger
import Testing

@testable import Reports

/// 变化简报 of two months: what was reported for each, whenever it was recorded. 测试数据
@Suite struct MonthsBookTests {
  private static let projects = [
    project(
      1,
      [
        "name": "有新数据的项目", "lead_units": "iit", "start_actual": "2026-05-10",
        "done.2026-01..03": wan(1_000), "done.2026-01..06": wan(4_000),
        "monthly_progress.2026-03": "桩基", "monthly_progress.2026-06": "主体施工",
      ]),
    project(2, ["name": "没有新数据的项目", "done.2026-01..03": wan(500)]),
    project(3, ["name": "六月才报的项目", "done.2026-01..06": wan(700)]),
  ]

  @Test func `沿用上月形象进度的不算有新的数据，没有人填的列不列`() throws {
    let projects = [
      project(1, ["name": "有新数据的项目", "done.2026-01..06": wan(700)]),
      project(
        2,
        [
          "name": "沿用的项目", "done.2026-01..03": wan(500), "monthly_progress.2026-03": "桩基",
        ]),
    ]
    let source = try source(projects: projects, month: 6) { $0.month = Period("2026-06") }
    let march = try #require(Period("2026-03"))
    let book = try #require(MonthsBook(source, from: march))
    #expect(drawn(book.sheets[0]).contains("2项中1项有新的数据"))
    #expect(drawn(book.sheets[1]).contains("|有新数据的项目||||700||6月\n"))
    #expect(!drawn(book.sheets[1]).contains("形象进度"))
  }

  private func book(_ first: String, _ last: String) throws -> MonthsBook? {
    let source = try source(projects: Self.projects, month: Period(last).map { Int($0.lastMonth) })
    {
      $0.month = Period(last)
    }
    return MonthsBook(source, from: try #require(Period(first)))
  }

  @Test func `逐项目列出两个月所报的数和其间的事，没有新数据的不列`() throws {
    let sheets = try #require(try book("2026-03", "2026-06")).sheets
    #expect(sheets.map(\.name) == ["总体", "各项目"])
    let rows = drawn(sheets[1]).split(separator: "\n").filter { $0.contains("项目|") }.map(
      String.init)
    #expect(
      rows.filter { $0.first?.isNumber ?? false } == [
        "1|有新数据的项目||市工业和信息化局|1000|4000|3000|6月|桩基|主体施工|开工",
        "2|六月才报的项目||||700||6月|||",
      ])
    #expect(drawn(sheets[1]).contains("1项在这两个月之间没有报新的数据，不列"))
  }

  @Test func `总体写两个月的数和增减`() throws {
    let overview = drawn(try #require(try book("2026-03", "2026-06")).sheets[0])
    #expect(
      overview.contains("截至2026年3月底与6月底，3项中2项有新的数据，两个月都报数的2项本年累计完成投资由0.15亿元到0.45亿元，1项3月以后才报。"))
    #expect(overview.contains("报到当月的项目|2|2|0"))
    #expect(overview.contains("本年已开工的项目（按开工时间）|0|1|1"))
  }

  @Test(arguments: [("2026-06", "2026-03"), ("2026-03", "2026-03"), ("2025-03", "2026-03")])
  func `较早的月份在前，且是同一年`(first: String, last: String) throws {
    #expect(try book(first, last) == nil)
  }
}
