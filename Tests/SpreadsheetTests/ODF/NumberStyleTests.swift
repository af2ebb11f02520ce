import Testing

@testable import Spreadsheet

/// Numbers that the styles of an OpenDocument show as others (ODF 1.3 part 3 §16.29).
@Suite struct NumberStyleTests {
  private static func shown(_ value: String, _ style: String) throws -> CellValue? {
    var fixture = OpenDocumentFixture(
      OpenDocumentFixture.row(
        "<table:table-cell office:value-type=\"float\" office:value=\"\(value)\""
          + " table:style-name=\"ce1\"/>"))
    fixture.styles =
      style
      + "<style:style style:name=\"ce1\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>"
    return try Workbook.read(fixture.bytes).sheets.first?.rows.first?[column: 0]
  }

  private static func style(_ content: String, _ name: String = "N1") -> String {
    "<number:number-style style:name=\"\(name)\">\(content)</number:number-style>"
  }

  private static func display(_ value: CellValue?) -> NumberDisplay? {
    if case .shown(let number) = value { number.display } else { nil }
  }

  @Test(
    arguments: [
      (
        "<number:number number:decimal-places=\"2\" number:min-integer-digits=\"1\"/><number:text>亿元</number:text>",
        NumberDisplay(scale: 0, unit: .hundredMillions)
      ),
      (
        "<number:number number:decimal-places=\"2\" number:min-integer-digits=\"1\" number:display-factor=\"1000\"/>",
        NumberDisplay(scale: 3, unit: nil)
      ),
      (
        "<number:number number:min-integer-digits=\"2\" number:display-factor=\"1000\">"
          + "<number:embedded-text number:position=\"1\">.</number:embedded-text></number:number>"
          + "<number:text>万</number:text>",
        NumberDisplay(scale: 4, unit: .tenThousands)
      ),
      ("<number:number number:min-integer-digits=\"4\"/>", NumberDisplay(digits: 4)),
    ] as [(String, NumberDisplay)])
  func `写明单位、缩小和前导零的，照样式所示`(content: String, expected: NumberDisplay) throws {
    #expect(Self.display(try Self.shown("25000", Self.style(content))) == expected)
  }

  @Test(arguments: [
    "<number:number number:decimal-places=\"2\" number:min-integer-digits=\"1\" number:grouping=\"true\"/>",
    "<number:number number:min-integer-digits=\"1\"/><number:text> 项</number:text>", "",
  ])
  func `照样显示的就是那个数`(content: String) throws {
    #expect(try Self.shown("25000", Self.style(content)) == .number(DecimalNumber(25_000)))
  }

  @Test func `条件把数交给别的样式`() throws {
    let styles =
      Self.style(
        "<number:number number:min-integer-digits=\"1\"/><number:text>亿元</number:text>", "N2")
      + Self.style(
        "<number:number number:min-integer-digits=\"1\"/>"
          + "<style:map style:condition=\"value()&gt;=10000\" style:apply-style-name=\"N2\"/>")
    #expect(
      Self.display(try Self.shown("25000", styles))
        == NumberDisplay(scale: 0, unit: .hundredMillions))
    #expect(try Self.shown("250", styles) == .number(DecimalNumber(250)))
  }
}
