import TestSupport
import Testing

@testable import Spreadsheet

/// Text of BIFF5 is bytes in the code page that the workbook names.
@Suite struct CodePageTests {
  /// 项目 in GBK.
  private static let gbk: [UInt8] = [0xCF, 0xEE, 0xC4, 0xBF]

  private func label(_ text: [UInt8]) -> [UInt8] {
    BIFFRecord.make(0x0204, BIFFRecord.place(0, 0) + little(UInt16(text.count)) + text)
  }

  private func workbook(_ text: [UInt8], codePage: UInt16?) -> BIFFFixture {
    var fixture = BIFFFixture([label(text)])
    fixture.version = 0x0500
    fixture.sheets[0].name = [UInt8(text.count)] + text
    if let codePage { fixture.globals = [BIFFRecord.make(0x42, little(codePage))] }
    return fixture
  }

  @Test(
    arguments: [
      (936, gbk, "项目"), (1252, [0x80, 0xE9], "€é"), (nil, gbk, "项目"), (1251, [0xC4], "Д"),
      (10_000, [0x8E], "é"), (950, [0xB1, 0x4D], "專"), (65_001, Array("项".utf8), "项"),
      (12_345, [0xE9], "é"), (936, [0x41, 0xFF, 0x42], "A\u{FFFD}B"),
    ] as [(UInt16?, [UInt8], String)])
  func textIsReadInTheCodePage(codePage: UInt16?, bytes: [UInt8], text: String) throws {
    let sheet = try Workbook.read(workbook(bytes, codePage: codePage).bytes).sheets[0]
    #expect(sheet.name == text)
    #expect(drawing(sheet) == "1: " + text)
  }

  @Test func richTextAndTheTextOfFormulasAreReadToo() throws {
    var fixture = workbook(Self.gbk, codePage: 936)
    let length = little(UInt16(Self.gbk.count))
    fixture.sheets[0].records = [
      BIFFRecord.make(0xD6, BIFFRecord.place(0, 0) + length + Self.gbk + [1, 0, 0]),
      BIFFRecord.formula(0, 1, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF]),
      BIFFRecord.make(0x0207, length + Self.gbk.prefix(1)),
      BIFFRecord.make(0x3C, Array(Self.gbk.dropFirst())),
    ]
    #expect(try drawing(fixture.bytes) == "1: 项目 | 项目")
  }

  @Test func aFormatInTheCodePageShowsItsDate() throws {
    // yyyy"年"m"月" in GBK, before the code page is named.
    let code = Array("yyyy\"".utf8) + [0xC4, 0xEA] + Array("\"m\"".utf8) + [0xD4, 0xC2, 0x22]
    var fixture = BIFFFixture([BIFFRecord.number(0, 0, 46_112, format: 0)])
    fixture.version = 0x0500
    fixture.sheets[0].name = [1, 0x41]
    fixture.globals =
      [BIFFRecord.make(0x041E, little(UInt16(164)) + [UInt8(code.count)] + code)]
      + BIFFRecord.formats([164]) + [BIFFRecord.make(0x42, little(UInt16(936)))]
    let cell = try Workbook.read(fixture.bytes).sheets[0].rows[0].cells[0].value
    guard case .date(let date) = cell else {
      Issue.record("\(cell)")
      return
    }
    #expect(date.parts == [.year, .month])
  }

  @Test func aStreamWithoutACompoundFileIsRead() throws {
    let workbook = try Workbook.read(workbook(Self.gbk, codePage: 936).stream)
    #expect(workbook.format == .xls)
    #expect(workbook.sheets.map(drawing) == ["1: 项目"])
  }
}
