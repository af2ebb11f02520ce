import Testing

@testable import Spreadsheet
@testable import SpreadsheetWriting

@Suite struct ColumnWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("柳州", 4), ("柳州A1", 6), ("上\n中下", 4), ("（万元）", 8), ("●正常", 6),
  ])
  func anEastAsianCharacterIsTwoUnitsWide(text: String, units: Int) {
    #expect(ColumnWidth.units(text) == units)
  }

  @Test func aColumnFitsItsWidestText() {
    #expect(ColumnWidth.fitting(["a", "柳州市清单"]) == 12)
    #expect(ColumnWidth.fitting([]) == 6)
    #expect(ColumnWidth.fitting([String(repeating: "长", count: 99)]) == 60)
  }

  @Test func longTextTakesMoreLines() {
    #expect(ColumnWidth.lines("柳州市重大项目清单", inWidth: 9) == 3)
    #expect(ColumnWidth.lines("a\n\nb", inWidth: 9) == 3)
  }
}
