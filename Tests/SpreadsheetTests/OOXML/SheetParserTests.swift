import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct SheetParserTests {
  @Test func everyTypeOfCellIsRead() throws {
    let fixture = WorkbookFixture(
      rows: """
        <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>12.50</v></c><c r="C2" t="b"><v>1</v></c>\
        <c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E2" t="str"><f>A2</f><v>算</v></c>\
        <c r="F2" t="inlineStr"><is><t>内</t></is></c><c r="G2" t="d"><v>2026-03-31</v></c>\
        <c r="H2" s="1"><v>46112</v></c><c r="I2"/><c r="J2"><f>SUM(B2)</f><v>12.5</v></c></row>
        """,
      strings: ["<t>共享</t>"], styles: WorkbookFixture.styles(["yyyy\"年\"m\"月\""]))
    #expect(
      try drawing(fixture.bytes)
        == "2: 共享 | #12.5 | TRUE | !#DIV/0! | 算 | 内 | @2026-03-31 | @2026-03-31 | · | #12.5")
  }

  @Test func theFormatTellsWhichPartsOfADateAreKnown() throws {
    let fixture = WorkbookFixture(
      rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>46112</v></c></row>",
      styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"57\"/></cellXfs>")
    let value = try #require(try Workbook.read(fixture.bytes).sheets.first?.rows.first?[column: 0])
    guard case .date(let date) = value else { throw Missing.date }
    #expect(date.parts == [.year, .month])
    #expect((date.year, date.month) == (2026, 3))
  }

  @Test func rowsAndCellsWithoutReferencesFollowEachOther() throws {
    let fixture = WorkbookFixture(
      rows: """
        <row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row>\
        <row><c><v>5</v></c></row>
        """)
    #expect(try drawing(fixture.bytes) == "1: #1 | #2\n5: · | · | #3 | #4\n6: #5")
  }

  @Test func hiddenRowsAreMarked() throws {
    let cell = "<c><v>1</v></c>"
    let fixture = WorkbookFixture(
      rows: """
        <row r="1" hidden="1">\(cell)</row><row r="2" ht="0" customHeight="1">\(cell)</row>\
        <row r="3" hidden="0" ht="15">\(cell)</row><row r="4" hidden="true"/>
        """)
    #expect(try drawing(fixture.bytes) == "1h: #1\n2h: #1\n3: #1")
  }

  @Test func hiddenColumnsAndMergesAreListed() throws {
    let fixture = WorkbookFixture(
      rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
      before: """
        <cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0" customWidth="1"/>\
        <col min="6" max="99999" hidden="1"/></cols>
        """,
      after: "<mergeCells count=\"1\"><mergeCell ref=\"A1:C2\"/></mergeCells>")
    let sheet = try #require(try Workbook.read(fixture.bytes).sheets.first)
    #expect(sheet.hiddenColumns == [1...2, 4...4, 5...16_383])
    #expect(sheet.merges.map(\.description) == ["A1:C2"])
  }

  @Test func rowsAndCellsOutOfOrderAreSorted() throws {
    let fixture = WorkbookFixture(
      rows: """
        <row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>2</v></c></row>\
        <row r="1"><c r="A1"><v>1</v></c></row>
        """)
    #expect(try drawing(fixture.bytes) == "1: #1\n3: #2 | #3")
  }

  @Test func aDeclaredDimensionCostsNothing() throws {
    let fixture = WorkbookFixture(
      rows: "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>",
      before: "<dimension ref=\"A1:XFD1048576\"/>")
    #expect(try Workbook.read(fixture.bytes).sheets.first?.rows.count == 1)
  }

  @Test func numbersThatAreNoneStayText() throws {
    let fixture = WorkbookFixture(
      rows: "<row r=\"1\"><c><v>NaN</v></c><c><v>1E999</v></c><c><v> 7 </v></c></row>")
    #expect(try drawing(fixture.bytes) == "1: NaN | 1E999 | #7")
  }

  private enum Missing: Error { case date }
}
