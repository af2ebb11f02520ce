import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct TextBudgetTests {
  private static let limits = {
    var limits = Limits.standard
    limits.cellTextBytes = 9
    return limits
  }()

  @Test func aSharedStringCountsInEveryCell() {
    let row = "<row><c t=\"s\"><v>0</v></c></row>"
    func reading(rows: Int) -> SpreadsheetError? {
      let sheet = String(repeating: row, count: rows)
      return refusal(
        WorkbookFixture(rows: sheet, strings: ["<t>柳</t>"]).bytes, limits: Self.limits)
    }
    #expect(reading(rows: 3) == nil)
    #expect(reading(rows: 4) == .exceeded(.cellTextBytes, part: nil, at: "4"))
  }

  @Test func aRepeatedCellCountsEachTime() {
    func reading(columns: Int) -> SpreadsheetError? {
      let cell = OpenDocumentFixture.text("柳", "table:number-columns-repeated=\"\(columns)\"")
      return refusal(
        OpenDocumentFixture(OpenDocumentFixture.row(cell)).bytes, limits: Self.limits)
    }
    #expect(reading(columns: 3) == nil)
    #expect(reading(columns: 4) == .exceeded(.cellTextBytes, part: nil, at: "1"))
  }

  @Test func textOfAllSheetsCountsTogether() {
    var fixture = OpenDocumentFixture(OpenDocumentFixture.row(OpenDocumentFixture.text("柳州")))
    let other = OpenDocumentFixture.row(OpenDocumentFixture.text("柳州"))
    fixture.settings = "<table:table table:name=\"前\">\(other)</table:table>"
    #expect(
      refusal(fixture.bytes, limits: Self.limits)
        == .exceeded(.cellTextBytes, part: nil, at: "1"))
  }
}
