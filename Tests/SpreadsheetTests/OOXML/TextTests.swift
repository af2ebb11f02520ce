import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct TextTests {
  @Test(
    arguments: [
      ("<t>甲</t>", "甲"), ("<r><t>富</t></r><r><rPr><b/></rPr><t>文本</t></r>", "富文本"),
      ("<t>柳</t><rPh sb=\"0\" eb=\"1\"><t>liǔ</t></rPh>", "柳"),
      ("<t>a&lt;b&amp;&#x4E2D;&#20013;</t>", "a<b&中中"), ("<t><![CDATA[<&>]]>尾</t>", "<&>尾"),
      ("<t>上_x000D_下</t>", "上\r下"), ("<t>_x005F_x000D_</t>", "_x000D_"),
      ("<t>_xD83D__xDE00_</t>", "😀"), ("<t>_x00G0_ _x12_</t>", "_x00G0_ _x12_"),
      ("<t> 留白 </t>", " 留白 "), ("<t xml:space=\"preserve\">  </t>", "  "),
      ("<t>一<!-- 注 -->二</t>", "一二"), ("<x:t>前缀</x:t>", "前缀"), ("<t>a\r\nb</t>", "a\nb"),
    ])
  func aSharedStringIsItsText(item: String, text: String) throws {
    let fixture = WorkbookFixture(
      rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: [item])
    #expect(try Workbook.read(fixture.bytes).sheets.first?.rows.first?[column: 0] == .text(text))
  }

  @Test func aMissingStringIsNeverInvented() {
    let fixture = WorkbookFixture(rows: "<row><c t=\"s\"><v>1</v></c></row>", strings: ["<t>甲</t>"])
    #expect(
      refusal(fixture.bytes)
        == .damaged(part: "xl/worksheets/sheet1.xml", .sharedString(1)))
  }

  @Test func aPartInUTF16IsRead() throws {
    var text: [UInt8] = [0xFE, 0xFF]
    for unit in "<sst><si><t>大端</t></si></sst>".utf16 {
      text += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    let fixture = WorkbookFixture(rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: [])
    let parts = fixture.parts.map { name, content in
      (name: name, bytes: name == "xl/sharedStrings.xml" ? text : Array(content.utf8))
    }
    #expect(try drawing(ZipFixture.archive(parts)) == "1: 大端")
  }

  @Test func textLongerThanTheBufferIsRead() throws {
    let long = String(repeating: "长文本&amp;", count: 40_000)
    let fixture = WorkbookFixture(
      rows: "<row><c t=\"inlineStr\"><is><t>\(long)</t></is></c></row>")
    let expected = String(repeating: "长文本&", count: 40_000)
    #expect(
      try Workbook.read(fixture.bytes).sheets.first?.rows.first?[column: 0] == .text(expected))
  }
}
