import Testing

@testable import Spreadsheet

@Suite struct DumpTests {
  private static func dump(_ sheets: [Sheet]) -> String {
    var bytes: [UInt8] = []
    Workbook(format: .xlsx, sheets: sheets).dump { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func blankPlacesAreFilledAndTextIsEscaped() {
    let rows = [
      Row(
        number: 2,
        cells: [
          Cell(column: 1, value: .text("\"\\\n\u{1}柳")), Cell(column: 3, value: .boolean(true)),
        ]),
      Row(number: 4, cells: [Cell(column: 0, value: .number(DecimalNumber(7)))]),
    ]
    let merge = CellRange(firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 1)
    #expect(
      Self.dump([
        Sheet(name: "甲", rows: rows, merges: [merge]), Sheet(name: "乙", isHidden: true, rows: []),
      ])
        == #"{"ok":true,"sheets":[{"name":"甲","rows":[[],[null,"\"\\\n\u0001柳",null,true],[],[7]],"#
        + #""merges":["A1:B2"]}],"hidden_sheets":["乙"]}"#)
  }

  @Test func aSparseSheetListsCellsByName() {
    let rows = [
      Row(number: 1, cells: [Cell(column: 0, value: .error("#N/A"))]),
      Row(number: 1_048_576, cells: [Cell(column: 16_383, value: .text("角"))]),
    ]
    #expect(
      Self.dump([Sheet(name: "", rows: rows)])
        == ##"{"ok":true,"sheets":[{"name":"","cells":{"A1":{"error":"#N/A"},"XFD1048576":"角"},"##
        + #""merges":[]}],"hidden_sheets":[]}"#)
  }

  @Test func manyPiecesAreOneText() {
    let rows = (1...20_000).map { Row(number: $0, cells: [Cell(column: 0, value: .text("柳州"))]) }
    var pieces = 0
    Workbook(format: .xlsx, sheets: [Sheet(name: "", rows: rows)]).dump { _ in pieces += 1 }
    #expect(pieces > 1)
    let inner = rows.map { _ in "[\"柳州\"]" }.joined(separator: ",")
    #expect(Self.dump([Sheet(name: "", rows: rows)]).contains("\"rows\":[\(inner)],"))
  }
}
