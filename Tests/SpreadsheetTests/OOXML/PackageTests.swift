import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct PackageTests {
  private static let row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
  private static let sheet = "xl/worksheets/sheet1.xml"

  @Test func hiddenSheetsKeepTheirPlaceAndChartSheetsAreLeftOut() throws {
    var fixture = WorkbookFixture(rows: Self.row)
    fixture.set(
      "xl/workbook.xml",
      """
      <x:workbook xmlns:x="main" xmlns:r="r"><x:sheets><x:sheet name="乙" state="veryHidden" r:id="rId1"/>\
      <x:sheet name="图" r:id="rId2"/><x:sheet name="甲&amp;" r:id="rId1"/></x:sheets></x:workbook>
      """)
    fixture.set(
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/XL/worksheets\\sheet1.xml"/>\
      <Relationship Id="rId2" Type="x/chartsheet" Target="charts/none.xml"/></Relationships>
      """)
    let sheets = try Workbook.read(fixture.bytes).sheets
    #expect(sheets.map(\.name) == ["乙", "甲&"])
    #expect(sheets.map(\.isHidden) == [true, false])
  }

  @Test func aWorkbookMayCountFrom1904() throws {
    let fixture = WorkbookFixture(
      rows: "<row><c s=\"1\"><v>0</v></c></row>",
      styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>",
      workbook: "<workbookPr date1904=\"1\"/>")
    #expect(try drawing(fixture.bytes) == "1: @1904-01-01")
  }

  @Test func propertiesAndMacrosAreToldOf() throws {
    var fixture = WorkbookFixture(rows: Self.row)
    fixture.set("xl/vbaProject.bin", "x")
    fixture.set(
      "_rels/.rels",
      """
      <Relationships><Relationship Id="a" Type="t/officeDocument" Target="xl/workbook.xml"/>\
      <Relationship Id="b" Type="t/core-properties" Target="docProps/core.xml"/>\
      <Relationship Id="c" Type="t/custom-properties" Target="docProps/custom.xml"/></Relationships>
      """)
    fixture.set(
      "docProps/core.xml",
      "<c><dc:title>台账</dc:title><dc:description>ledger 7</dc:description></c>")
    fixture.set(
      "docProps/custom.xml",
      "<Properties><property name=\"revision\"><vt:lpwstr>42</vt:lpwstr></property></Properties>")
    let workbook = try Workbook.read(fixture.bytes)
    #expect(workbook.hasMacros)
    #expect(
      workbook.properties == ["title": "台账", "description": "ledger 7", "revision": "42"])
  }

  @Test func aDoctypeIsRefused() {
    var fixture = WorkbookFixture(rows: Self.row)
    fixture.set(Self.sheet, "<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>")
    #expect(refusal(fixture.bytes) == .damaged(part: Self.sheet, .documentType))
  }

  @Test func aWrongChecksumIsRefused() {
    let fixture = WorkbookFixture(rows: Self.row)
    var parts = fixture.parts.map { (name: $0.key, bytes: Array($0.value.utf8)) }
    parts.sort { $0.name == Self.sheet && $1.name != Self.sheet }
    #expect(
      refusal(ZipFixture.archive(parts, wrongSum: true))
        == .damaged(part: Self.sheet, .checksum))
  }

  @Test func aMissingSheetIsRefused() {
    var fixture = WorkbookFixture(rows: Self.row)
    fixture.remove(Self.sheet)
    #expect(refusal(fixture.bytes) == .damaged(part: Self.sheet, .missing))
  }

  @Test(arguments: [
    "Target=\"../../../outside.xml\"", "Target=\"/../x\"", "Target=\"missing/part.xml\"",
    "Target=\"file:///x/y.xlsx\" TargetMode=\"External\"", "Target=\"..\\..\\..\\x\"",
  ])
  func `没人要的部分指到文件外面，照样读`(target: String) throws {
    for part in ["_rels/.rels", "xl/_rels/workbook.xml.rels"] {
      for kind in ["theme", "styles", "externalLink", "custom-properties", "vbaProject", "image"] {
        var fixture = WorkbookFixture(rows: Self.row)
        let own = try #require(fixture.parts[part])
        fixture.set(
          part,
          own.replacing(
            "</Relationships>",
            with: "<Relationship Id=\"x9\" Type=\"t/\(kind)\" \(target)/></Relationships>"))
        #expect(refusal(fixture.bytes) == nil, "\(part) \(kind)")
      }
    }
  }

  @Test func aTargetOutsideThePackageIsRefused() {
    var fixture = WorkbookFixture(rows: Self.row)
    fixture.set(
      "xl/_rels/workbook.xml.rels",
      "<R><Relationship Id=\"rId1\" Type=\"t/worksheet\" Target=\"../../etc/passwd\"/></R>")
    #expect(refusal(fixture.bytes) == .damaged(part: "清单", .outside))
  }

  @Test(
    arguments: [
      "<worksheet><sheetData><row></sheetData></worksheet>", "<worksheet><sheetData>", "",
      "<worksheet/><worksheet/>", "text", "<worksheet a=b/>", "<worksheet><c>&#0;</c></worksheet>x",
      "<worksheet><![CDATA[", "<", "<worksheet", "</worksheet>", "<worksheet><!-- ",
    ])
  func brokenMarkupIsRefused(text: String) {
    var fixture = WorkbookFixture(rows: "")
    fixture.set(Self.sheet, text)
    guard case .damaged(Self.sheet, .markup) = refusal(fixture.bytes) else {
      Issue.record("\(String(describing: refusal(fixture.bytes)))")
      return
    }
  }

  @Test func limitsAreKept() {
    let cells = "<c><v>1</v></c><c><v>2</v></c><c><v>3</v></c>"
    let fixture = WorkbookFixture(rows: "<row>\(cells)</row><row>\(cells)</row>")
    func limit(_ change: (inout Limits) -> Void) -> SpreadsheetError.Limit? {
      var limits = Limits.standard
      change(&limits)
      guard case .exceeded(let limit, _, _) = refusal(fixture.bytes, limits: limits) else {
        return nil
      }
      return limit
    }
    #expect(limit { _ in } == nil)
    #expect(limit { $0.rows = 1 } == .rows)
    #expect(limit { $0.columns = 2 } == .columns)
    #expect(limit { $0.cells = 5 } == .cells)
    #expect(limit { $0.depth = 3 } == .depth)
    #expect(limit { $0.parts = 2 } == .parts)
    #expect(limit { $0.totalBytes = 500 } == .totalBytes)
    #expect(limit { $0.sheets = 0 } == .sheets)
  }

  @Test(arguments: ["A0", "1", "A", "A1B", "ABCD1", "A99999999999", "B7"])
  func aReferenceToNoCellOfTheRowIsRefused(reference: String) {
    let fixture = WorkbookFixture(rows: "<row r=\"1\"><c r=\"\(reference)\"><v>1</v></c></row>")
    #expect(refusal(fixture.bytes) == .damaged(part: Self.sheet, .reference(reference)))
  }
}
