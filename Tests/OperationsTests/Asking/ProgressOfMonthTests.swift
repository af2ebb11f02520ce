import Foundation
import Intake
import Ledger
import Spreadsheet
import Storage
import Testing

@testable import Operations

/// A month's 形象进度 is the one reported for it, else the last before it with its month said: in the list, in
/// JSON, in books, whatever order the lists came in. 测试数据
@Suite struct ProgressOfMonthTests {
  private struct Report: Sendable {
    let sender: String
    let month: Int
    let text: String
  }

  /// The owner of the field, who leads the project, and another.
  private static let lead = "市工业和信息化局"
  private static let other = "示例平台公司"
  private static let reports = [
    Report(sender: lead, month: 2, text: "场地平整"), Report(sender: lead, month: 4, text: "主体施工"),
    Report(sender: other, month: 3, text: "别家说的三月"),
    Report(sender: other, month: 5, text: "别家说的五月"),
  ]
  /// 形象进度 as of each month, however the lists came.
  private static let expected: [Int: String] = [
    1: "", 2: "场地平整", 3: "（2月）场地平整", 4: "主体施工", 5: "（4月）主体施工",
  ]
  static let orders = [
    [0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 2, 3], [2, 0, 3, 1], [2, 3, 0, 1], [0, 2, 1, 3],
    [3, 1, 2, 0],
  ]

  private func ledger(_ order: [Int]) throws -> ReportedLists {
    let lists = ReportedLists(scratch: try ScratchLedger())
    for index in order {
      let report = Self.reports[index]
      try lists.take(
        report.sender, report.month, "牵头单位,2026年\(report.month)月完成投资（万元）,形象进度",
        ["远岭冷库,市工业和信息化局,100,\(report.text)"])
    }
    return lists
  }

  private func asked(_ month: Int) -> [String: [String]] { ["month": ["2026-0\(month)"]] }

  @Test(arguments: orders) func `清单先后怎么到，各月的形象进度都是那个月所报的`(order: [Int]) throws {
    let lists = try ledger(order)
    let operations = lists.scratch.operations
    for (month, text) in Self.expected {
      let options = QuestionOptions(filter: asked(month))
      let list = try operations.list(options).content
      #expect(list.projects[0].record.text(.progress) ?? "" == text, "list, \(month)月")
      let table = try operations.table(options, columns: [.field(.progress)]).content
      #expect(table.rows[0][0]?.text ?? "" == text, "table, \(month)月")
      let book = try lists.scratch.export(.leaders, "\(month).xlsx", filter: asked(month))
      #expect(try Self.cells(book, "项目台账", "形象进度") == [text], "leaders, \(month)月")
      let raw = try lists.scratch.export(.raw, "\(month)-raw.xlsx", filter: asked(month))
      #expect(try Self.cells(raw, "项目", "形象进度") == [text], "raw, \(month)月")
    }
    let months = try operations.show("1").months.filter { $0.progress != nil }
    #expect(months.map(\.progress) == ["场地平整", "主体施工"])
    #expect(try operations.verify().isEmpty)
  }

  @Test(arguments: orders) func `两个月的比较也是`(order: [Int]) throws {
    let lists = try ledger(order)
    var options = ExportOptions(question: QuestionOptions(filter: [:]))
    options.months = try ExportOptions.months("2026-02,2026-04")
    let path = lists.scratch.folder.appending(path: "months.xlsx").path
    try lists.scratch.operations.export(.changes, options, to: path)
    #expect(try Self.cells(path, "各项目", "2月形象进度") == ["场地平整"])
    #expect(try Self.cells(path, "各项目", "4月形象进度") == ["主体施工"])
  }

  @Test func `手工登记的压过那个月以前的清单，以后的清单照旧`() throws {
    let lists = try ledger([0, 1])
    _ = try lists.scratch.operations.edit(
      "1", [Assignment(field: "2026年3月形象进度", text: "桩基完成")], reason: nil)
    func told(_ month: Int) throws -> String? {
      try lists.scratch.operations.list(QuestionOptions(filter: asked(month))).content.projects[0]
        .record.text(.progress)
    }
    #expect(try [2, 3, 4].map(told) == ["场地平整", "桩基完成", "主体施工"])
    try lists.edit("progress", "封顶")
    #expect(try [2, 3, 4, 5].map(told) == ["场地平整", "桩基完成", "封顶", "（4月）封顶"])
    #expect(
      try lists.scratch.operations.list(QuestionOptions(filter: [:])).content.projects[0].record
        .text(
          .progress) == "封顶")
  }

  @Test func `比自家最新一期早的清单，不改别家说过的那个月；归口的才改`() throws {
    let lists = ReportedLists(scratch: try ScratchLedger())
    try lists.take("示例水务公司", 3, "牵头单位,形象进度", ["远岭冷库,市工业和信息化局,水务三月"])
    try lists.take(Self.other, 4, "形象进度", ["远岭冷库,平台四月"])
    try lists.take(Self.other, 3, "形象进度", ["远岭冷库,平台三月"])
    func months() throws -> [String?] {
      try lists.scratch.operations.show("1").months.filter { $0.progress != nil }.map(\.progress)
    }
    #expect(try months() == ["水务三月", "平台四月"])
    try lists.take(Self.lead, 5, "形象进度", ["远岭冷库,牵头五月"])
    try lists.take(Self.lead, 3, "形象进度", ["远岭冷库,牵头三月"])
    #expect(try months() == ["牵头三月", "牵头五月"])
    #expect(try lists.scratch.operations.verify().isEmpty)
  }

  @Test func `没有写月份的，哪个月问都是它；撤销了的清单不算`() throws {
    let lists = ReportedLists(scratch: try ScratchLedger())
    try lists.take(Self.other, nil, "形象进度", ["远岭冷库,打桩"])
    func told(_ month: Int) throws -> String? {
      try lists.scratch.operations.list(QuestionOptions(filter: asked(month))).content.projects[0]
        .record.text(.progress)
    }
    #expect(try told(2) == "打桩")
    try lists.take(Self.other, 3, "形象进度", ["远岭冷库,封顶"])
    #expect(try [2, 3].map(told) == [nil, "封顶"])
    try lists.scratch.undo(try lists.scratch.operations.entries(limit: 1).first)
    #expect(try told(3) == "打桩")
  }

  /// The texts of the column with a header, below it.
  private static func cells(_ path: String, _ sheet: String, _ header: String) throws -> [String] {
    let workbook = try Workbook.read(Array(Data(contentsOf: URL(filePath: path))))
    let rows = workbook.sheets.first { $0.name == sheet }?.rows ?? []
    func text(_ cell: Spreadsheet.Cell) -> String? {
      if case .text(let text) = cell.value { text } else { nil }
    }
    guard let head = rows.first(where: { $0.cells.contains { text($0) == header } }),
      let column = head.cells.first(where: { text($0) == header })?.column
    else { return [] }
    let named = rows.filter { row in
      row.number > head.number && row.cells.contains { text($0) == "远岭冷库" }
    }
    return named.map { row in
      row.cells.first { $0.column == column }.flatMap(text) ?? ""
    }
  }
}
