import Foundation
import TestSupport
import Testing

@testable import Spreadsheet
@testable import SpreadsheetWriting

@Suite struct WritingTests {
  @Test func whatIsWrittenIsReadBack() throws {
    let bytes = try WrittenWorkbook.bytes { book, sheet in
      let month = try book.style(CellStyle().with { $0.numberFormat = "yyyy\"年\"m\"月\"" })
      let bold = try book.style(CellStyle().with { $0.isBold = true })
      let title = CellRange(firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 2)
      try sheet.merge(title, text: "清单", style: bold)
      try sheet.write("=1+1", row: 2, column: 0)
      try sheet.write(12.5, row: 2, column: 1)
      try sheet.write(year: 2026, month: 3, day: 1, row: 2, column: 2, style: month)
      try sheet.write([TextRun("●", style: bold), TextRun("滞后")], row: 3, column: 0)
      try sheet.writeFormula("SUBTOTAL(9,B2:B2)", result: 12.5, row: 3, column: 1)
      try sheet.write(true, row: 3, column: 2)
      try sheet.setRow(3, height: 20, options: GroupOptions(level: 1, isHidden: true))
      try sheet.setColumns(1...1, width: 9, options: GroupOptions(isHidden: true))
    }
    let workbook = try Workbook.read(bytes)
    let sheet = try #require(workbook.sheets.first)
    #expect(drawing(sheet) == "1: 清单\n2: =1+1 | #12.5 | @2026-03-01\n3h: ●滞后 | #12.5 | TRUE")
    #expect(sheet.merges.map(\.description) == ["A1:C1"])
    #expect(sheet.hiddenColumns == [1...1])
    #expect(workbook.properties["description"] == "ledger 7")
    #expect(workbook.properties["revision"] == "42")
  }

  @Test(
    arguments: [
      "_x000D_", "a_x0041_b", "\u{1}\u{1F}", "上\n下", " 边 ", "&<>\"'", "😀𠀀", "_x005F_", "\t",
      "a\0b", "\u{FFFF}", "前\u{FFFE}后", "\r", "\r\n", "_xFFFF_", "\u{E000}\u{10FFFD}\u{85}\u{7F}",
    ])
  func anyTextComesBack(text: String) throws {
    let bytes = try WrittenWorkbook.bytes { _, sheet in try sheet.write(text, row: 1, column: 0) }
    #expect(try Workbook.read(bytes).sheets.first?.rows.first?[column: 0] == .text(text))
  }

  @Test func theSameContentGivesTheSameBytes() throws {
    let first = try WrittenWorkbook.bytes { try Self.fill($0, $1) }
    let second = try WrittenWorkbook.bytes { try Self.fill($0, $1) }
    #expect(first == second)
  }

  @Test func aRandomGridComesBack() throws {
    var generator = SeededNumbers(7)
    var expected: [Row] = []
    for number in 1...60 where Bool.random(using: &generator) {
      var row = Row(number: number, cells: [])
      for column in 0..<12 where Bool.random(using: &generator) {
        let size = Int.random(in: 1...9, using: &generator)
        let value: CellValue =
          switch Int.random(in: 0...2, using: &generator) {
          case 0:
            .text(
              String((0..<size).map { _ in "项目_x041&\n ".randomElement(using: &generator) ?? "项" })
                + "尾")
          case 1:
            .number(
              DecimalNumber(
                mantissa: Int64.random(in: -99_999...99_999, using: &generator), exponent: -2))
          default: .boolean(Bool.random(using: &generator))
          }
        row[column: column] = value
      }
      if !row.cells.isEmpty { expected.append(row) }
    }
    let bytes = try WrittenWorkbook.bytes { _, sheet in
      for row in expected {
        for cell in row.cells {
          switch cell.value {
          case .text(let text): try sheet.write(text, row: row.number, column: cell.column)
          case .number(let number): try sheet.write(number, row: row.number, column: cell.column)
          case .shown, .uncalculated: Issue.record("a fixture has none of these")
          case .boolean(let value): try sheet.write(value, row: row.number, column: cell.column)
          case .date, .error: break
          }
        }
      }
    }
    let rows = try Workbook.read(bytes).sheets.first?.rows ?? []
    #expect(rows.map(rounded) == expected)
  }

  @Test func mistakesAreRefused() throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "book.xlsx").path()
    let book = try WorkbookWriter(
      path: path, properties: WorkbookProperties(created: WrittenWorkbook.created),
      filling: .anyOrder)
    let sheet = try book.addSheet("甲")
    let range = CellRange(firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 1)
    try sheet.merge(range, text: "", style: .plain)
    #expect(throws: WriteError.overlappingMerge(sheet: "甲", range: "A1:B2")) {
      try sheet.merge(range, text: "", style: .plain)
    }
    #expect(throws: WriteError.sheetName("甲")) { try book.addSheet("甲") }
    #expect(throws: WriteError.sheetName("a/b")) { try book.addSheet("a/b") }
    #expect(throws: WriteError.sheetName("")) { try book.addSheet("") }
    #expect(throws: WriteError.outside(sheet: "甲", row: 0, column: 0)) {
      try sheet.write(1, row: 0, column: 0)
    }
    #expect(throws: WriteError.notFinite(sheet: "甲", cell: "A9")) {
      try sheet.write(Double.nan, row: 9, column: 0)
    }
    let long = Choices.values((0..<100).map { "选项\($0)" })
    #expect(throws: WriteError.listTooLong(sheet: "甲", range: "A1:B2")) {
      try sheet.offer(long, in: range)
    }
    try book.finish()
    #expect(throws: WriteError.finished) { try sheet.write("x", row: 9, column: 0) }
    #expect(throws: WriteError.finished) { try book.finish() }
  }

  @Test func aBookThatIsNotFinishedLeavesNothingBehind() throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "book.xlsx").path()
    try Data("old".utf8).write(to: URL(filePath: path))
    _ = try WorkbookWriter(
      path: path, properties: WorkbookProperties(created: WrittenWorkbook.created),
      filling: .anyOrder
    )
    .addSheet("甲")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["book.xlsx"])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(throws: WriteError.folderMissing(folder.path() + "none")) {
      try WorkbookWriter(
        path: folder.path() + "none/b.xlsx",
        properties: WorkbookProperties(created: WrittenWorkbook.created),
        filling: .anyOrder)
    }
  }

  @Test func aBookFilledRowByRowRefusesToGoBack() throws {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "book.xlsx").path()
    let book = try WorkbookWriter(
      path: path, properties: WorkbookProperties(created: WrittenWorkbook.created),
      filling: .rowByRow)
    let sheet = try book.addSheet("清单")
    try sheet.write("二", row: 1, column: 1)
    try sheet.write("一", row: 1, column: 0)
    try sheet.write(3, row: 3, column: 0)
    #expect(throws: WriteError.rowIsOver(sheet: "清单", row: 2)) {
      try sheet.write("迟了", row: 2, column: 0)
    }
    let wide = CellRange(firstRow: 3, lastRow: 3, firstColumn: 1, lastColumn: 2)
    #expect(throws: WriteError.rowIsOver(sheet: "清单", row: 3)) {
      try sheet.merge(wide, text: "合并", style: .plain)
    }
    try book.finish()
    let read = try Workbook.read([UInt8](Data(contentsOf: URL(filePath: path))))
    #expect(
      read.sheets[0].rows == [
        Row(
          number: 1,
          cells: [Cell(column: 0, value: .text("一")), Cell(column: 1, value: .text("二"))]),
        Row(number: 3, cells: [Cell(column: 0, value: .number(DecimalNumber(3)))]),
      ])
  }

  /// The row with its numbers as Excel shows them: libxlsxwriter writes 16 digits of a binary number.
  private func rounded(_ row: Row) -> Row {
    var row = row
    for cell in row.cells {
      guard case .number(let number) = cell.value else { continue }
      row[column: cell.column] = .number(number.rounded(toSignificantDigits: 15))
    }
    return row
  }

  /// Everything a report uses, in one workbook.
  static func fill(_ book: WorkbookWriter, _ sheet: SheetWriter) throws {
    let money = try book.style(
      CellStyle().with {
        $0.numberFormat = "#,##0.00"
        $0.borders = .all(.thin)
        $0.fill = 0xDDEBF7
      })
    for row in 4...9 {
      try sheet.write("项目\(row)", row: row, column: 0)
      try sheet.write("450200000000\(row)", row: row, column: 1)
      try sheet.write(Double(row) * 1.25, row: row, column: 2, style: money)
    }
    let numbers = CellRange(firstRow: 4, lastRow: 9, firstColumn: 2, lastColumn: 2)
    let codes = CellRange(firstRow: 4, lastRow: 9, firstColumn: 1, lastColumn: 1)
    try sheet.allowNumbersAsText(codes)
    try sheet.freeze(row: 4, column: 1)
    try sheet.filter(CellRange(firstRow: 3, lastRow: 9, firstColumn: 0, lastColumn: 2))
    var page = PageSetup()
    page.isLandscape = true
    page.paper = .a3
    page.footer = "&C第 &P 页 共 &N 页"
    page.repeatedRows = 1...3
    page.breaksBeforeRows = [7]
    try sheet.setPage(page)
    try sheet.setZoom(90)
    try sheet.setTabColor(0xFF0000)
    try sheet.hideGridlines()
    try sheet.offer(.values(["正常", "滞后"]), in: codes)
    try sheet.comment("说明", author: "台账", row: 4, column: 2)
    try sheet.format(numbers, when: .bar(0x5B9BD5))
    try sheet.protect()
    try book.define(name: "Money", as: "=清单!$C$4:$C$9")
    for kind in [Chart.Kind.column, .barStacked, .line, .doughnut(hole: 60)] {
      var chart = Chart(kind)
      chart.title = "投资"
      let names = CellRange(firstRow: 4, lastRow: 9, firstColumn: 0, lastColumn: 0)
      var series = Chart.Series(
        name: "投资", categories: .init(sheet: "清单", range: names),
        values: .init(sheet: "清单", range: numbers))
      series.labels = .values(numberFormat: "0.0")
      series.pointColors = [0x4472C4, 0xED7D31]
      chart.series = [series]
      try sheet.insert(chart, row: 12, column: 0)
    }
  }
}
