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
      ("2025年12月至2026年3月", 2026), ("2026年度—2030年度规划项目表", nil),
      ("二〇二六年至二〇三〇年规划", nil), ("2026—27年项目表", nil), ("2026-27年度计划", nil),
      ("2026-03-31", 2026), ("桂发改〔2026〕15号", nil), ("编号20261234年", nil),
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

  @Test(arguments: [
    "2025年重点项目表（单位：万元）", "2025年重点项目表 单位：万元", "2025年重点项目表[金额单位：万元]", "二〇二五年建设单位项目表",
  ])
  func `标题里带单位的也是标题，后面的表随它`(_ title: String) throws {
    let list = try Shipped.reader().read(
      .init(
        format: .xlsx,
        sheets: [title, "补充项目表（单位：万元）"].map { title in
          DrawnSheet.sheet(
            """
            \(title) | |
            项目名称 | 本年计划投资（万元） | 备注
            甲示例项目 | 10 | 甲
            """, name: title)
        }), year: nil, currentYear: 2030)
    #expect(
      list.rows.map { $0.values.compactMap { $0.key.period?.text }.joined() } == ["2025", "2025"])
  }

  @Test(arguments: [(nil, ["2025", "2026"]), (2027, ["2027", "2027"])] as [(Int?, [String])])
  func `上下两张表各按自己的标题`(_ year: Int?, _ years: [String]) throws {
    let list = try Shipped.reader().read(
      .init(
        format: .xlsx,
        sheets: [
          DrawnSheet.sheet(
            """
            2025年工业项目（单位：万元） | |
            项目名称 | 本年计划投资 | 备注
            甲示例项目 | 10 | 甲
            合计 | 10 |

            2026年农业项目（单位：万元） | | |
            项目名称 | 县区 | 本年计划投资 | 备注
            乙示例项目 | 柳南区 | 10 | 乙
            """)
        ]), year: year, currentYear: 2030)
    #expect(list.rows.map { $0.values.compactMap { $0.key.period?.text }.joined() } == years)
  }

  @Test(arguments: ["规划项目表（2026年度—2030年度）", "二〇二六年至二〇三〇年规划项目表", "2026—27年项目表"])
  func `年份区间怎么写都不是年份`(_ title: String) throws {
    let list = try Shipped.reader().read(
      .init(
        format: .xlsx,
        sheets: [
          DrawnSheet.sheet(
            """
            \(title) | |
            项目名称 | 本年计划投资（万元） | 备注
            甲示例项目 | 10 | 甲
            """)
        ]), year: nil, currentYear: 2027)
    #expect(list.findings.map(\.code) == [.listYearUnclear])
    #expect(list.rows.first?.values.compactMap { $0.key.period?.text } == ["2027"])
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
