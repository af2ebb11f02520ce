import Machine
import Testing

@testable import Spreadsheet

/// Cells are packed; nobody who looks at them can tell.
@Suite struct CellsTests {
  private static let date = CellDate(
    serial: DecimalNumber(mantissa: 46_1085, exponent: -1), parts: [.year, .month],
    system: .from1904)

  /// A value of each kind, the extremes among them.
  private static let values: [CellValue] = [
    .text("项目名称"), .text("a"), .text(String(repeating: "长", count: 100_000)), .number(.zero),
    .number(DecimalNumber(mantissa: -999_999_999_999_999_999, exponent: -30)),
    .number(DecimalNumber(mantissa: .max, exponent: 300)), .boolean(true), .boolean(false),
    .error("#REF!"), .text("#REF!"),
  ]

  @Test func `what goes into a row comes out of it`() throws {
    let values = Self.values + [.date(try #require(Self.date))]
    let cells = values.enumerated().map { Cell(column: $0 * 3, value: $1) }
    let row = Row(number: 7, cells: cells)
    #expect(Array(row.cells) == cells)
    #expect(row.cells.indices.map(row.cells.column(at:)) == cells.map(\.column))
    for cell in cells { #expect(row[column: cell.column] == cell.value) }
    #expect(row[column: 1] == nil && row[column: 16_384] == nil)
    #expect(row.cells.lastColumn == 30 && Cells().lastColumn == -1)
    let texts = row.cells.indices.map {
      row.cells.withText(at: $0) { String(decoding: $0) }
    }
    #expect(
      texts == values.map { if case .text(let text) = $0 { text } else { nil } })
    #expect(row.cells.textBytes == 12 + 1 + 300_000 + 5)
  }

  @Test func `cells in any order stand by their columns, the later one of two counts`() {
    let row = Row(
      number: 1,
      cells: [
        Cell(column: 4, value: .text("戊")), Cell(column: 0, value: .text("甲")),
        Cell(column: 4, value: .text("己")),
      ])
    #expect(Array(row.cells).map(\.column) == [0, 4])
    #expect(row[column: 4] == .text("己"))
  }

  @Test func `a cell is put into a row, and taken out of it`() {
    var row = Row(number: 1, cells: [Cell(column: 1, value: .boolean(true))])
    row[column: 3] = .text("乙")
    row[column: 1] = .number(DecimalNumber(12))
    #expect(Array(row.cells).map(\.value) == [.number(DecimalNumber(12)), .text("乙")])
    row[column: 1] = nil
    row[column: 2] = nil
    #expect(row.cells == [Cell(column: 3, value: .text("乙"))])
    #expect(row.cells.hashValue == Cells([Cell(column: 3, value: .text("乙"))]).hashValue)
    #expect(row.cells != [Cell(column: 3, value: .text("丙"))])
  }

  @Test func `rows stay what they are while others are written behind them`() {
    let strings = SharedStrings()
    for text in ["", "共", "共用的"] {
      var text = text
      text.withUTF8 { strings.append($0) }
    }
    var rows: [Cells] = []
    do {
      var writer = RowWriter(strings)
      for number in 0..<3_000 {
        writer.add(.number(DecimalNumber(number)), column: 0)
        writer.add(shared: 1 + number % 2, column: 1)
        // Some rows have texts of their own, and some more than a block has room for.
        if number % 7 == 0 { writer.add(.text("自有\(number)"), column: 2) }
        if number % 1_000 == 999 {
          writer.add(.text(String(repeating: "多", count: 50_000)), column: 3)
        }
        rows.append(writer.finish())
      }
    }
    for (number, cells) in rows.enumerated() {
      var expected = [
        Cell(column: 0, value: .number(DecimalNumber(number))),
        Cell(column: 1, value: .text(number % 2 == 0 ? "共" : "共用的")),
      ]
      if number % 7 == 0 { expected.append(Cell(column: 2, value: .text("自有\(number)"))) }
      if number % 1_000 == 999 {
        expected.append(Cell(column: 3, value: .text(String(repeating: "多", count: 50_000))))
      }
      #expect(Array(cells) == expected)
    }
  }

  @Test func `texts that only look the same stay what they are`() {
    // 更 by its own number and by that of its compatibility form; é in one and in two.
    let texts = ["\u{66F4}", "\u{F901}", "\u{E9}", "e\u{301}", "e\u{301}"]
    let cells = Cells(texts.enumerated().map { Cell(column: $0, value: .text($1)) })
    for (position, text) in texts.enumerated() {
      #expect(cells.withText(at: position) { $0.isText(text) } == true)
    }
  }

  @Test func `a text that thousands of cells repeat stands there once`() {
    let text = String(repeating: "重", count: 300_000)
    let cells = (0..<16_384).map { Cell(column: $0, value: .text(text)) }
    // Fifteen gigabytes otherwise.
    let row = Row(number: 1, cells: cells)
    #expect(row[column: 16_383] == .text(text))
    #expect(row.cells.textBytes == 16_384 * 900_000)
  }
}
