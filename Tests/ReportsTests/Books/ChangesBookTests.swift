import Foundation
import Ledger
import Testing

@testable import Reports
@testable import Storage

/// 变化简报 of a fixed ledger, cell by cell.
@Suite struct ChangesBookTests {
  private static func entry(_ number: Int64, file: String?, reason: String?) -> Entry {
    Entry(
      number: number, at: Date(timeIntervalSince1970: 1_775_000_000), actor: "韦",
      kind: file == nil ? .edit : .import, reason: reason, source: nil, undoes: nil,
      particulars: Entry.Particulars(), counts: Entry.Counts(), hash: "")
  }

  private static func difference(
    _ key: FieldKey, _ before: Value?, _ after: Value?, file: String? = nil
  ) -> Difference {
    Difference(
      key: key, before: before, after: after,
      entry: entry(8, file: file, reason: file == nil ? "现场核实" : nil),
      origin: Origin(
        entry: 8, fileName: file, sheet: file.map { _ in "表1" }, cell: file.map { _ in "H12" },
        raw: nil))
  }

  private func brief() throws -> ChangeBrief {
    let before = try source(projects: [
      project(1, ["name": "留下的项目", "stage": "sign", "total_investment": wan(100)]),
      project(2, ["name": "终止的项目", "stage": "plan", "total_investment": wan(40)]),
    ])
    let after = try source(projects: [
      project(1, ["name": "留下的项目", "stage": "start", "total_investment": wan(120)]),
      project(3, ["name": "新来的项目", "stage": "plan"]),
    ])
    return ChangeBrief(
      before: before, after: after,
      differences: [
        1: [
          Self.difference(FieldKey(.stage), .reference("sign"), .reference("start")),
          Self.difference(FieldKey(.phone), .text("测试电话甲"), .text("测试电话乙")),
          Self.difference(
            FieldKey(.totalInvestment), .money(Money(fen: 100_000_000)),
            .money(Money(fen: 120_000_000)), file: "清单.xlsx"),
        ],
        2: [Self.difference(FieldKey(.condition), nil, .reference("terminated"))],
        3: [Self.difference(FieldKey(.name), nil, .text("新来的项目"), file: "清单.xlsx")],
      ])
  }

  private func body(_ sheet: ReportSheet) -> [String] {
    drawn(sheet).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .filter { $0.hasPrefix("1|") || $0.hasPrefix("2|") }
  }

  @Test func `每条变化写明原值、现值、经办人和来源`() throws {
    let sheets = ChangesBook(try brief()).sheets
    #expect(sheets.map(\.name) == ["总体", "数据调整", "阶段变化", "新增", "退出", "首次填报"])
    #expect(body(sheets[1]) == ["1|留下的项目||总投资|100|120|万元|20|韦|2026年4月1日|清单.xlsx 表1!H12"])
    #expect(body(sheets[2]) == ["1|留下的项目||签约|开工|韦|2026年4月1日|现场核实"])
    #expect(body(sheets[3]) == ["1|新来的项目||谋划||韦|2026年4月1日|清单.xlsx 表1!H12"])
    #expect(body(sheets[4]) == ["1|终止的项目||谋划|40|终止|韦|2026年4月1日|现场核实"])
  }

  @Test func `总体写期初、期末和增减，电话的变动不列`() throws {
    let overview = drawn(ChangesBook(try brief()).sheets[0])
    #expect(overview.contains("项目由2项变为2项：新增1项，退出1项；阶段变化1项；数据调整1项、1处。"))
    #expect(overview.contains("总投资|0.014|0.012|-0.002"))
    #expect(overview.contains("其中：签约|1|0|-1"))
    for sheet in ChangesBook(try brief()).sheets { #expect(!drawn(sheet).contains("测试电话")) }
  }

  @Test func `首次填报的月度数据一份清单一行，更正的逐条列`() throws {
    let (done, march) = (FieldKey(.done, try #require(Period("2026-01..03"))), "三月清单.xlsx")
    let sum = Value.money(Money(fen: 123_456_700))
    let projects = (1...3).map { project($0, ["name": "项目\($0)"]) }
    let book = ChangesBook(
      ChangeBrief(
        before: try source(projects: projects), after: try source(projects: projects),
        differences: [
          1: [Self.difference(done, nil, sum, file: march)],
          2: [Self.difference(done, nil, sum, file: march)],
          3: [Self.difference(done, .money(Money(fen: 100_000_000)), sum, file: march)],
        ]))
    let sheets = book.sheets
    #expect(
      body(sheets[1]) == [
        "1|项目3||2026年1—3月完成投资|100|123.4567|万元|23.4567|韦|2026年4月1日|三月清单.xlsx 表1!H12"
      ])
    #expect(body(sheets[5]) == ["1|三月清单.xlsx|2026年1—3月完成投资2处|2|2|韦|2026年4月1日"])
    // A project that two lists tell of would be counted twice.
    #expect(drawn(sheets[5]).contains("合计（共1份）||||=SUBTOTAL"))
    #expect(drawn(sheets[0]).contains("数据调整1项、1处；首次填报月度数据2项、2处。"))
    #expect(drawn(sheets[0]).contains("其中：未填阶段|3|3|0"))
  }

  @Test func `领导汇总附较上期变化`() throws {
    let brief = try brief()
    let book = LeadersBook(brief.after, since: brief)
    #expect(book.sheets.last?.name == "较上期变化")
    #expect(!LeadersBook(brief.after).sheets.contains { $0.name == "较上期变化" })
  }
}
