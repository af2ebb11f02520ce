import Ledger
import Spreadsheet
import Testing

@testable import Intake

/// Which year a list is of, by its titles.
@Suite struct ListYearTests {
  @Test(
    arguments: [
      ("2026年重点项目表", 2026), ("2025年结转2026年续建项目", 2026),
      ("柳州市规划重大项目表（2026—2030年）", nil), ("2026年至2030年规划", nil),
      ("2026-2030年规划2027年度计划", 2027), ("截至2026-03-31", 2026),
      ("统计日期：2026.3", 2026), ("2026年1-3月", 2026),
      ("2025年12月至2026年3月", 2026), ("桂发改〔2026〕15号", nil), ("编号20261234年", nil),
      ("二〇二八年重点项目表", 2028), ("二○二六年三月调度表", 2026),
    ] as [(String, Int?)])
  func `标题写的年份`(_ text: String, _ year: Int?) {
    #expect(ListYear.stated(in: text) == year)
  }

  @Test func `每张表按自己标题的年份读，没有写的按文件第一个标题`() throws {
    let list = try Shipped.reader().read(
      .init(
        format: .xlsx,
        sheets: [
          DrawnSheet.sheet(
            """
            重点项目表（2025年） | |
            项目名称 | 本年计划投资（万元） | 备注
            甲示例项目 | 10 | 甲
            """, name: "甲"),
          DrawnSheet.sheet(
            """
            2026年重点项目表 | |
            项目名称 | 本年计划投资（万元） | 备注
            乙示例项目 | 10 | 乙
            """, name: "乙"),
          DrawnSheet.sheet(
            """
            项目名称 | 本年计划投资（万元） | 备注
            丙示例项目 | 10 | 丙
            """, name: "丙"),
        ]), year: nil, currentYear: 2030)
    #expect(
      list.rows.map { $0.values.compactMap { $0.key.period?.text }.joined() } == [
        "2025", "2026", "2025",
      ])
    #expect(list.findings.isEmpty)
  }

  @Test func `只写年份区间的，提请写明年份`() throws {
    let list = try Shipped.reader().read(
      .init(
        format: .xlsx,
        sheets: [
          DrawnSheet.sheet(
            """
            规划项目表（2026—2030年） | |
            项目名称 | 本年计划投资（万元） | 备注
            甲示例项目 | 10 | 甲
            """)
        ]), year: nil, currentYear: 2027)
    #expect(list.findings.map(\.code) == [.listYearUnclear])
    #expect(list.findings.first?.cell == "A1")
  }
}
