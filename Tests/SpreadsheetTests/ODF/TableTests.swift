import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct TableTests {
  private typealias Fixture = OpenDocumentFixture

  private static func sheet(_ fixture: OpenDocumentFixture) throws -> Sheet {
    try #require(try Workbook.read(fixture.bytes).sheets.first)
  }

  @Test func whatIsRepeatedStandsAsOftenAsItSays() throws {
    let fixture = Fixture(
      Fixture.row(
        "<table:table-cell table:number-columns-repeated=\"2\"/>"
          + Fixture.text("甲", "table:number-columns-repeated=\"2\"") + Fixture.text("乙"))
        + Fixture.row("<table:table-cell/>", "table:number-rows-repeated=\"3\"")
        + Fixture.row(Fixture.text("丙"), "table:number-rows-repeated=\"2\"")
        + Fixture.row(Fixture.text("丁")))
    #expect(try drawing(fixture.bytes) == "1: · | · | 甲 | 甲 | 乙\n5: 丙\n6: 丙\n7: 丁")
  }

  @Test func emptyRepeatsCostNothing() throws {
    let empty = "<table:table-cell table:number-columns-repeated=\"999999999\"/>"
    let fixture = Fixture(
      Fixture.row(Fixture.text("甲") + empty)
        + Fixture.row(
          empty + "<table:table-cell><text:p/></table:table-cell>",
          "table:number-rows-repeated=\"999999999999999\""))
    #expect(try drawing(fixture.bytes) == "1: 甲")
  }

  @Test(
    arguments: [
      ("1048577", "1", .rows), ("1", "16385", .columns), ("1000", "16384", .cells),
      ("999999999999999", "999999999999999", .columns),
    ] as [(String, String, SpreadsheetError.Limit)])
  func repeatsOfValuesStayWithinTheLimits(
    rows: String, columns: String, limit: SpreadsheetError.Limit
  ) {
    let fixture = Fixture(
      Fixture.row(
        Fixture.text("甲", "table:number-columns-repeated=\"\(columns)\""),
        "table:number-rows-repeated=\"\(rows)\""))
    guard case .exceeded(limit, "content.xml", _) = refusal(fixture.bytes) else {
      Issue.record("\(String(describing: refusal(fixture.bytes)))")
      return
    }
  }

  @Test(arguments: ["0", "-1", "x", "", "99999999999999999999"])
  func aCountThatIsNoneIsRefused(count: String) {
    let fixture = Fixture(Fixture.row(Fixture.text("甲"), "table:number-rows-repeated=\"\(count)\""))
    #expect(refusal(fixture.bytes) == .damaged(part: "content.xml", .reference(count)))
  }

  @Test func spansAreMerges() throws {
    let spans = "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\""
    let wide = "table:number-columns-spanned=\"3\" table:number-rows-spanned=\"1\""
    let fixture = Fixture(
      Fixture.row("<table:table-cell/>" + Fixture.text("甲", spans) + "<table:covered-table-cell/>")
        + Fixture.row(
          "<table:table-cell/><table:covered-table-cell table:number-columns-repeated=\"2\"/>"
            + Fixture.text("乙"))
        + Fixture.row(Fixture.text("丙", wide), "table:number-rows-repeated=\"2\""))
    let sheet = try Self.sheet(fixture)
    #expect(drawing(sheet) == "1: · | 甲\n2: · | · | · | 乙\n3: 丙\n4: 丙")
    #expect(sheet.merges.map(\.description) == ["B1:C2", "A3:C3", "A4:C4"])
  }

  @Test func hiddenRowsAndColumnsAreMarked() throws {
    var fixture = Fixture(
      "<table:table-column/><table:table-column table:visibility=\"collapse\" table:number-columns-repeated=\"2\"/>"
        + "<table:table-column-group table:display=\"false\"><table:table-column/></table:table-column-group>"
        + "<table:table-header-columns><table:table-column table:style-name=\"flat\"/></table:table-header-columns>"
        + "<table:table-column table:visibility=\"collapse\" table:number-columns-repeated=\"99999\"/>"
        + "<table:table-header-rows>" + Fixture.row(Fixture.text("甲"))
        + "</table:table-header-rows>"
        + Fixture.row(Fixture.text("乙"), "table:visibility=\"filter\"")
        + Fixture.row(
          Fixture.text("丙"), "table:visibility=\"collapse\" table:number-rows-repeated=\"2\"")
        + Fixture.row(Fixture.text("丁"), "table:style-name=\"flat\"")
        + "<table:table-row-group table:display=\"false\"><table:table-row-group>"
        + Fixture.row(Fixture.text("戊")) + "</table:table-row-group></table:table-row-group>"
        + "<table:table-rows>" + Fixture.row(Fixture.text("己"), "table:visibility=\"visible\"")
        + "</table:table-rows>")
    fixture.styles =
      "<style:style style:name=\"flat\" style:family=\"table-row\"><style:table-row-properties"
      + " style:row-height=\"0.00cm\"/></style:style>"
      + "<style:style style:name=\"flat\" style:family=\"table-column\"><style:table-column-properties"
      + " style:column-width=\"0in\"/></style:style>"
    let sheet = try Self.sheet(fixture)
    #expect(drawing(sheet) == "1: 甲\n2h: 乙\n3h: 丙\n4h: 丙\n5h: 丁\n6h: 戊\n7: 己")
    #expect(sheet.hiddenColumns == [1...2, 3...3, 4...4, 5...16_383])
  }

  @Test func aTableInsideACellIsNotPartOfTheSheet() throws {
    let inner = "<table:table>" + Fixture.row(Fixture.text("内")) + "</table:table>"
    let fixture = Fixture(
      "<table:shapes/>"
        + Fixture.row("<table:table-cell>\(inner)<text:p>外</text:p></table:table-cell>"))
    #expect(try drawing(fixture.bytes) == "1: 外")
  }
}
