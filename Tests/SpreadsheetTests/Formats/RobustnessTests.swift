import TestSupport
import Testing

@testable import Spreadsheet

/// Bytes from nowhere, and files with bytes changed, are read or refused; nothing else happens.
@Suite struct RobustnessTests {
  private static let sample = WorkbookFixture(
    rows: """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46112.5</v></c></row>\
      <row r="2" hidden="1"><c r="A2" t="inlineStr"><is><r><t>甲&amp;_x000D_</t></r></is></c>\
      <c r="B2" t="d"><v>2026-03-31T08:30:00.5Z</v></c></row>
      """,
    before: "<cols><col min=\"1\" max=\"2\" hidden=\"1\"/></cols>",
    after: "<mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells>", strings: ["<t>项目</t>"],
    styles: WorkbookFixture.styles(["[h]:mm", "yyyy\"年\""]))

  @Test func randomBytesAreReadOrRefused() {
    var generator = SeededNumbers(1)
    for length in 0..<400 {
      var bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      if length % 4 == 0 { bytes = [0x50, 0x4B, 3, 4] + bytes }
      _ = refusal(bytes)
    }
  }

  @Test func truncatedWorkbooksAreRefused() {
    let bytes = Self.sample.bytes
    for length in stride(from: 5, to: bytes.count, by: 7) {
      #expect(refusal(Array(bytes.prefix(length))) != nil)
    }
  }

  private static let openDocument = {
    var fixture = OpenDocumentFixture(
      "<table:table-column table:visibility=\"collapse\" table:number-columns-repeated=\"2\"/>"
        + OpenDocumentFixture.row(
          OpenDocumentFixture.text(
            "甲<text:s text:c=\"3\"/>&amp;", "table:number-columns-spanned=\"2\"")
            + "<table:covered-table-cell/><table:table-cell office:value-type=\"time\""
            + " office:time-value=\"PT08H30M\" table:number-columns-repeated=\"9\"/>",
          "table:number-rows-repeated=\"9\"")
        + OpenDocumentFixture.row(
          "<table:table-cell office:value-type=\"date\" office:date-value=\"2026-03-31T08:30:00\""
            + " table:style-name=\"月\"/><table:table-cell table:number-columns-repeated=\"16381\"/>"
        ))
    fixture.styles = OpenDocumentFixture.dateStyle("月", ["year", "month"])
    return fixture
  }()

  @Test func damagedXMLIsReadOrRefused() {
    var generator = SeededNumbers(2)
    for _ in 0..<1500 {
      var parts = Self.sample.parts.map { (name: $0.key, bytes: Array($0.value.utf8)) }
      parts.sort { $0.name < $1.name }
      let part = Int.random(in: 0..<parts.count, using: &generator)
      Self.damage(&parts[part].bytes, &generator)
      _ = refusal(ZipFixture.archive(parts))
    }
  }

  @Test func damagedOpenDocumentsAreReadOrRefused() {
    var generator = SeededNumbers(4)
    let content = Array(Self.openDocument.content.utf8)
    for _ in 0..<1500 {
      var bytes = content
      Self.damage(&bytes, &generator)
      _ = refusal(ZipFixture.archive([(name: "content.xml", bytes: bytes)]))
    }
  }

  /// Changes, drops or adds a few bytes, most of which mean something in XML.
  private static func damage(_ bytes: inout [UInt8], _ generator: inout SeededNumbers) {
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0...2, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: place)
      default: bytes.insert(Array("<>&\"/=9;".utf8)[place % 8], at: place)
      }
    }
  }

  @Test func damagedTextIsReadOrRefused() {
    var generator = SeededNumbers(3)
    let text = Array("项目,投资\r\n\"甲,\"\"乙\"\"\",\"=\"\"001\"\"\"\r\n丙;丁\t戊,1".utf8)
    for _ in 0..<1500 {
      var bytes = text
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      _ = refusal(bytes)
    }
  }
}
