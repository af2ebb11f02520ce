import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct OpenDocumentTests {
  private static let fixture = OpenDocumentFixture(
    OpenDocumentFixture.row(OpenDocumentFixture.text("甲")))

  @Test func anOpenDocumentSpreadsheetIsOne() throws {
    let workbook = try Workbook.read(Self.fixture.bytes)
    #expect(workbook.format == .ods)
    #expect(workbook.dateSystem == .from1900)
    #expect(
      workbook.sheets == [
        Sheet(name: "清单", rows: [Row(number: 1, cells: [Cell(column: 0, value: .text("甲"))])])
      ])
  }

  @Test func tablesAreReadOneAfterTheOther() throws {
    var fixture = Self.fixture
    fixture.styles =
      "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties"
      + " table:display=\"false\"/></style:style>"
    fixture.settings =
      "<table:tracked-changes><table:table-cell/></table:tracked-changes>"
      + "<table:table table:name=\"空\"/><table:table table:name=\"隐&amp;\" table:style-name=\"ta2\">"
      + OpenDocumentFixture.row(OpenDocumentFixture.text("乙")) + "</table:table>"
    let sheets = try Workbook.read(fixture.bytes).sheets
    #expect(sheets.map(\.name) == ["空", "隐&", "清单"])
    #expect(sheets.map(\.isHidden) == [false, true, false])
    #expect(sheets.map(drawing) == ["", "1: 乙", "1: 甲"])
  }

  @Test func whatIsKeptOfAnotherFileIsNoSheet() throws {
    var fixture = Self.fixture
    let row = OpenDocumentFixture.row(OpenDocumentFixture.text("乙"))
    fixture.settings =
      "<table:table table:name=\"&apos;file:///tmp/b.ods&apos;#Sheet1\">\(row)</table:table>"
    #expect(try Workbook.read(fixture.bytes).sheets.map(\.name) == ["清单"])
  }

  @Test func aSheetLeftHalfReadDoesNotDisturbTheNext() throws {
    var fixture = Self.fixture
    let row = OpenDocumentFixture.row(OpenDocumentFixture.text("乙"))
    fixture.settings = "<table:table table:name=\"前\">\(row)\(row)</table:table>"
    var scan = try WorkbookScan(fixture.bytes)
    var first = try #require(try scan.nextSheet())
    _ = try first.next()
    var second = try #require(try scan.nextSheet())
    #expect(drawing(try second.collect { _ in }) == "1: 甲")
    #expect(try scan.nextSheet() == nil)
  }

  @Test(
    arguments: [
      ("text", .unsupported(.document)), ("presentation", .unsupported(.slides)),
      ("drawing", .noWorkbook),
    ] as [(String, SpreadsheetError)])
  func otherDocumentsAreNamed(kind: String, error: SpreadsheetError) {
    var fixture = Self.fixture
    fixture.kind = kind
    #expect(refusal(fixture.bytes) == error)
  }

  @Test func aPasswordIsToldFromTheManifest() {
    var fixture = Self.fixture
    fixture.parts = [
      (
        "META-INF/manifest.xml",
        "<!DOCTYPE m><m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
      )
    ]
    #expect(refusal(fixture.bytes) == .encrypted)
    fixture.parts = [("META-INF/manifest.xml", "<!DOCTYPE m><m:manifest/>")]
    #expect(refusal(fixture.bytes) == nil)
    #expect(refusal(ZipFixture.archive([(name: "encrypted-package", text: "?")])) == .encrypted)
  }

  @Test func aDoctypeIsRefused() {
    let bytes = ZipFixture.archive([(name: "content.xml", text: "<!DOCTYPE x><x/>")])
    #expect(refusal(bytes) == .damaged(part: "content.xml", .documentType))
  }

  @Test func theNullDateTellsTheDateSystem() throws {
    var fixture = OpenDocumentFixture(
      OpenDocumentFixture.row(
        "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-03-31\"/>"))
    fixture.settings =
      "<table:calculation-settings><table:null-date table:date-value=\"1904-01-01\"/>"
      + "</table:calculation-settings>"
    #expect(try Workbook.read(fixture.bytes).dateSystem == .from1904)
    #expect(try drawing(fixture.bytes) == "1: @2026-03-31")
  }

  @Test func propertiesAndMacrosAreToldOf() throws {
    var fixture = Self.fixture
    fixture.parts = [
      (
        "meta.xml",
        "<office:document-meta><office:meta><dc:title>台账</dc:title><meta:user-defined"
          + " meta:name=\"revision\">42</meta:user-defined></office:meta></office:document-meta>"
      ), ("Basic/script-lc.xml", "<x/>"),
    ]
    let workbook = try Workbook.read(fixture.bytes)
    #expect(workbook.properties == ["title": "台账", "revision": "42"])
    #expect(workbook.hasMacros)
  }

  @Test func limitsAreKept() {
    var limits = Limits.standard
    limits.sheets = 0
    #expect(
      refusal(Self.fixture.bytes, limits: limits)
        == .exceeded(.sheets, part: "content.xml", at: nil))
    limits = .standard
    limits.styles = 1
    var fixture = Self.fixture
    fixture.styles = OpenDocumentFixture.dateStyle("月", ["year", "month"])
    #expect(
      refusal(fixture.bytes, limits: limits)
        == .exceeded(.styles, part: "content.xml", at: nil))
    limits = .standard
    limits.textBytes = 2
    #expect(
      refusal(Self.fixture.bytes, limits: limits)
        == .exceeded(.textBytes, part: "content.xml", at: nil))
  }
}
