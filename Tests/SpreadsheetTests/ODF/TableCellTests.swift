import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct TableCellTests {
  private static func drawn(_ cell: String, _ styles: String = "") throws -> String {
    var fixture = OpenDocumentFixture(OpenDocumentFixture.row(cell))
    fixture.styles = styles
    return try drawing(fixture.bytes)
  }

  @Test(
    arguments: [
      ("office:value-type=\"float\" office:value=\"12.50\"", "#12.5"),
      ("office:value-type=\"percentage\" office:value=\"5.2E-2\"", "#0.052"),
      ("office:value-type=\"currency\" office:value=\"-8\"", "#-8"),
      ("office:value-type=\"boolean\" office:boolean-value=\"true\"", "TRUE"),
      ("office:value-type=\"boolean\" office:boolean-value=\"false\"", "FALSE"),
      ("office:value-type=\"date\" office:date-value=\"2026-03-31\"", "@2026-03-31"),
      (
        "office:value-type=\"date\" office:date-value=\"2026-03-31T08:30:00.25\"",
        "@2026-03-31T08:30:00.250"
      ),
      ("office:value-type=\"time\" office:time-value=\"PT08H30M05.5S\"", "@8:30:05.500"),
      ("office:value-type=\"time\" office:time-value=\"-P1DT2H\"", "@-26:00:00"),
      ("office:value-type=\"string\" office:string-value=\"存\"", "存"),
      ("office:value-type=\"float\" office:value=\"1e999\"", "1e999"),
      ("office:value-type=\"float\"", "示"), ("", "示"),
      ("office:value-type=\"date\" office:date-value=\"1850-01-01\"", "1850-01-01"),
      ("office:value-type=\"time\" office:time-value=\"P1M\"", "P1M"),
    ])
  func theStoredValueCounts(attributes: String, value: String) throws {
    let cell = "<table:table-cell \(attributes)><text:p>示</text:p></table:table-cell>"
    #expect(try Self.drawn(cell) == "1: " + value)
  }

  @Test(
    arguments: [
      (
        "office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"",
        "#REF!", "!#REF!"
      ),
      ("calcext:value-type=\"error\" office:value-type=\"string\"", "#无效", "!#无效"),
      ("table:formula=\"of:=1/0\" office:value-type=\"string\"", "#DIV/0!", "!#DIV/0!"),
      (
        "table:formula=\"of:=A\" office:value-type=\"float\" office:value=\"0\"", "Err:502",
        "!Err:502"
      ),
      ("table:formula=\"of:=A\" office:value-type=\"float\" office:value=\"0\"", "#N/A", "#0"),
      ("office:value-type=\"string\"", "#N/A", "#N/A"),
    ])
  func aFailedFormulaIsAnError(attributes: String, shown: String, value: String) throws {
    let cell = "<table:table-cell \(attributes)><text:p>\(shown)</text:p></table:table-cell>"
    #expect(try Self.drawn(cell) == "1: " + value)
  }

  @Test(
    arguments: [
      ("<text:p>甲</text:p><text:p/><text:p>乙</text:p>", "甲\n\n乙"),
      ("<text:p>  甲 \n <text:span>乙</text:span> </text:p>", "甲 乙 "),
      ("<text:p>甲<text:s text:c=\"2\"/>乙<text:tab/>丙<text:line-break/>丁</text:p>", "甲  乙\t丙\n丁"),
      ("<office:annotation><text:p>批注</text:p></office:annotation><text:p>甲</text:p>", "甲"),
      ("<text:p>甲<office:annotation><text:p>批注</text:p></office:annotation>乙</text:p>", "甲乙"),
      (
        "<text:p><text:ruby><text:ruby-base>柳</text:ruby-base><text:ruby-text>liǔ</text:ruby-text>"
          + "</text:ruby><text:a>州</text:a></text:p>", "柳州"
      ),
      (
        "<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>"
          + "<text:p>甲</text:p>", "甲"
      ),
      ("<text:p>&lt;甲&#20057;&gt;</text:p>", "<甲乙>"),
    ])
  func paragraphsAreTheText(inner: String, text: String) throws {
    let cell = "<table:table-cell office:value-type=\"string\">\(inner)</table:table-cell>"
    #expect(try Self.drawn(cell) == "1: " + text)
  }

  @Test(
    arguments: [
      (["year", "month", "day"], .date), (["year", "month"], [.year, .month]), (["year"], .year),
      (["year", "month", "day", "hours", "minutes"], [.year, .month, .day, .hour, .minute]),
      ([], .date),
    ] as [([String], DateParts)])
  func theDataStyleTellsWhichPartsOfADateAreKnown(shown: [String], parts: DateParts) throws {
    let child =
      "<style:style style:name=\"child\" style:family=\"table-cell\""
      + " style:parent-style-name=\"ce1\"/>"
    let date = "office:value-type=\"date\" office:date-value=\"2026-03-31\""
    var fixture = OpenDocumentFixture(
      "<table:table-column/><table:table-column table:default-cell-style-name=\"ce1\"/>"
        + OpenDocumentFixture.row(
          "<table:table-cell \(date) table:style-name=\"child\"/><table:table-cell \(date)/>"))
    fixture.styles = OpenDocumentFixture.dateStyle("ce1", shown) + child
    let row = try #require(try Workbook.read(fixture.bytes).sheets.first?.rows.first)
    let found = row.cells.map { cell -> DateParts? in
      guard case .date(let date) = cell.value else { return nil }
      return date.parts
    }
    #expect(found == [parts, parts])
  }

  @Test func stylesOfTheStylesPartAreKnownToo() throws {
    var fixture = OpenDocumentFixture(
      OpenDocumentFixture.row(
        "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-03-01\""
          + " table:style-name=\"月\"/>"))
    let styles = OpenDocumentFixture.dateStyle("月", ["year", "month"])
    fixture.parts = [
      (
        "styles.xml",
        "<office:document-styles><office:styles>\(styles)</office:styles></office:document-styles>"
      )
    ]
    let value = try Workbook.read(fixture.bytes).sheets.first?.rows.first?[column: 0]
    guard case .date(let date) = value else { throw Missing.date }
    #expect(date.parts == [.year, .month])
  }

  private enum Missing: Error { case date }
}
