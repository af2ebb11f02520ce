import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct NumberDisplayTests {
  private func shown(_ code: String, _ number: String) -> String {
    guard let number = DecimalNumber(number),
      let display = NumberFormat.displays(of: code)?.display(of: number)
    else { return "" }
    return "\(display.scale) \(display.unit?.rawValue ?? "")\(display.digits)"
  }

  @Test(
    arguments: [
      ("0!.0,\"万元\"", "5", "4 万元0"), ("0\".\"0,\"万元\"", "5", "4 万元0"),
      ("0.00,,\"亿\"", "5", "6 亿元0"),
      ("0.00\"亿元\"", "5", "0 亿元0"), ("#,##0\\万\\元", "5", "0 万元0"), ("0!.0000", "5", "4 0"),
      ("#,##0,", "5", "3 0"), ("0,.0\"千元\"", "5", "3 千元0"), ("G/通用格式\"万元\"", "5", "0 万元0"),
      ("[>=100000000]0!.00,,\"亿元\";[>=10000]0!.0,\"万元\";0\"元\"", "200000000", "8 亿元0"),
      ("[>=100000000]0!.00,,\"亿元\";[>=10000]0!.0,\"万元\";0\"元\"", "20000", "4 万元0"),
      ("[>=100000000]0!.00,,\"亿元\";[>=10000]0!.0,\"万元\";0\"元\"", "20", "0 元0"),
      ("0.0\"万元\";-0.0\"亿元\"", "-5", "0 亿元0"), ("0000", "5", "0 4"), ("#,##0", "5", ""),
      ("#,##0.00_);(#,##0.00)", "5", ""), ("0.0%", "5", ""), ("0\"万美元\"", "5", ""), ("@", "5", ""),
      ("_ ¥* #,##0.00_ ", "5", ""),
    ])
  func aFormatDoesThis(code: String, number: String, expected: String) {
    #expect(shown(code, number) == expected)
  }

  @Test(arguments: [
    (4, NumberDisplay.Unit.tenThousands), (8, .hundredMillions), (3, nil), (0, .yuan), (1, nil),
  ])
  func theCodeOfADisplayDoesTheSame(scale: Int, unit: NumberDisplay.Unit?) {
    let display = NumberDisplay(scale: scale, unit: unit)
    #expect(NumberFormat.displays(of: display.code)?.display(of: DecimalNumber(7)) == display)
  }

  @Test func formulasWithoutResultsAndPicturesAreTold() throws {
    let fixture = WorkbookFixture(
      rows: """
        <row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>C1</f><v></v></c>\
        <c r="C1" t="str"><f>D1</f><v></v></c><c r="D1"><f t="shared" si="0"/></c>\
        <c r="E1" t="str"><f>_xlfn.DISPIMG("I",1)</f><v>=DISPIMG("I",1)</v></c>\
        <c r="F1" t="e" vm="1"><f>_xlfn.IMAGE("u")</f><v>#VALUE!</v></c><c r="G1" s="1"><v>12</v></c></row>
        """, styles: WorkbookFixture.styles(["0000"]))
    #expect(try drawing(fixture.bytes) == "1: =? | =? | · | =? | · | · | #12[0000]")
  }
}
