import Testing

@testable import Spreadsheet

@Suite struct CellReferenceTests {
  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func lettersAndColumnsAreEachOther(column: Int, letters: String) {
    #expect(CellReference.letters(column) == letters)
    #expect(CellReference.column(letters) == column)
  }

  @Test func aCellHasAName() {
    #expect(CellReference.name(row: 12, column: 2) == "C12")
  }

  @Test(arguments: ["", "1", "A1", "项", "ABCD"])
  func whatAreNoLettersIsNoColumn(letters: String) {
    #expect(CellReference.column(letters) == nil)
  }

  @Test func aRangeIsWrittenFromItsCorners() {
    let range = CellRange(firstRow: 3, lastRow: 1, firstColumn: 4, lastColumn: 0)
    #expect(range.description == "A1:E3")
    #expect(range.contains(row: 2, column: 4) && !range.contains(row: 4, column: 0))
  }
}
