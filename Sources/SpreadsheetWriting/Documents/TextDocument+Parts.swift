import Foundation
import Spreadsheet

/// The parts of the package: content types, relationships, properties, text (ECMA-376 Part 1 §17).
extension TextDocument {
  var parts: [(name: String, text: String)] {
    [
      ("[Content_Types].xml", Self.types), ("_rels/.rels", Self.relations),
      ("docProps/core.xml", properties), ("word/document.xml", text),
      ("word/footer.xml", Self.footer), ("word/_rels/document.xml.rels", Self.footers),
    ]
  }

  private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
  private static let office = "http://schemas.openxmlformats.org"

  private static let types =
    head
      + """
      <Types xmlns="\(office)/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/word/footer.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>\
      <Override PartName="/docProps/core.xml" \
      ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
      <Override PartName="/word/document.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
      </Types>
      """

  private static let relations =
    head
      + """
      <Relationships xmlns="\(office)/package/2006/relationships">\
      <Relationship Id="rId1" Type="\(office)/officeDocument/2006/relationships/officeDocument" \
      Target="word/document.xml"/>\
      <Relationship Id="rId2" \
      Type="\(office)/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
      </Relationships>
      """

  private static let footers =
    head
      + """
      <Relationships xmlns="\(office)/package/2006/relationships">\
      <Relationship Id="rId1" Type="\(office)/officeDocument/2006/relationships/footer" \
      Target="footer.xml"/></Relationships>
      """

  /// The page number between two dashes, as in official documents (GB/T 9704-2012 §7.5).
  private static let footer =
    head
      + """
      <w:ftr xmlns:w="\(office)/wordprocessingml/2006/main"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>\
      \(run("<w:t xml:space=\"preserve\">— </w:t>"))\
      \(run(#"<w:fldChar w:fldCharType="begin"/>"#))\(run("<w:instrText>PAGE</w:instrText>"))\
      \(run(#"<w:fldChar w:fldCharType="separate"/>"#))\(run("<w:t>1</w:t>"))\
      \(run(#"<w:fldChar w:fldCharType="end"/>"#))\
      \(run("<w:t xml:space=\"preserve\"> —</w:t>"))</w:p></w:ftr>
      """

  private static func run(_ content: String) -> String {
    #"<w:r><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>"#
      + content + "</w:r>"
  }

  private var properties: String {
    Self.head
      + """
      <cp:coreProperties xmlns:cp="\(Self.office)/package/2006/metadata/core-properties" \
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
      <dc:title>\(Self.escape(title))</dc:title><dc:creator>\(Self.escape(author))</dc:creator>\
      <dcterms:created xsi:type="dcterms:W3CDTF">\(created.formatted(.iso8601))</dcterms:created>\
      </cp:coreProperties>
      """
  }

  private var text: String {
    let body = blocks.map { block in
      switch block {
      case .paragraph(let text, let look): Self.paragraph(text, look)
      case .table(let table): Self.table(table)
      }
    }
    // A4 with the margins of official documents, in twentieths of a point.
    return Self.head
      + """
      <w:document xmlns:w="\(Self.office)/wordprocessingml/2006/main" \
      xmlns:r="\(Self.office)/officeDocument/2006/relationships"><w:body>\(body.joined())\
      <w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1304" \
      w:bottom="1134" w:left="1417" w:header="851" w:footer="850" w:gutter="0"/></w:sectPr>\
      </w:body></w:document>
      """
  }

  /// The width between the margins, in twentieths of a point.
  private static let width = 11_906 - 1_304 - 1_417

  private static func paragraph(_ text: String, _ style: Look) -> String {
    let indent = style.isIndented ? #"<w:ind w:firstLineChars="200" w:firstLine="560"/>"# : ""
    let bold = style.isBold ? "<w:b/>" : ""
    return """
      <w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="\(style.line)" \
      w:lineRule="\(style.isExact ? "exact" : "atLeast")"/>\(indent)<w:jc w:val="\(style.side.rawValue)"/></w:pPr>\
      <w:r><w:rPr><w:rFonts w:ascii="\(style.font)" w:hAnsi="\(style.font)" \
      w:eastAsia="\(style.font)" w:hint="eastAsia"/>\(bold)<w:sz w:val="\(style.size)"/>\
      <w:szCs w:val="\(style.size)"/></w:rPr>\
      <w:t xml:space="preserve">\(escape(text))</w:t></w:r></w:p>
      """
  }

  private static func table(_ table: Table) -> String {
    let whole = table.columns.reduce(0) { $0 + $1.share }
    let widths = table.columns.map { $0.share * width / max(1, whole) }
    let grid = widths.map { #"<w:gridCol w:w="\#($0)"/>"# }.joined()
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
    let lines = sides.map { #"<w:\#($0) w:val="single" w:sz="4" w:space="0" w:color="000000"/>"# }
    func row(_ cells: [String], isHeader: Bool, isBold: Bool) -> String {
      let texts = zip(table.columns, zip(widths, cells)).map { column, part in
        let (width, cell) = part
        let style = table.look(of: column, isHeader: isHeader, isBold: isBold)
        return """
          <w:tc><w:tcPr><w:tcW w:w="\(width)" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>\
          \(paragraph(cell, style))</w:tc>
          """
      }
      return "<w:tr><w:trPr><w:cantSplit/>\(isHeader ? "<w:tblHeader/>" : "")</w:trPr>"
        + texts.joined() + "</w:tr>"
    }
    let body = table.rows.enumerated().map { index, cells in
      row(cells, isHeader: false, isBold: table.hasTotal && index == table.rows.count - 1)
    }
    return """
      <w:tbl><w:tblPr><w:tblW w:w="\(width)" w:type="dxa"/><w:jc w:val="center"/>\
      <w:tblBorders>\(lines.joined())</w:tblBorders><w:tblLayout w:type="fixed"/>\
      <w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>\
      </w:tblPr><w:tblGrid>\(grid)</w:tblGrid>
      """
        + row(table.columns.map(\.label), isHeader: true, isBold: false) + body.joined()
        + "</w:tbl>"
  }

  /// Text escaped for an element, without characters that XML 1.0 does not allow.
  private static func escape(_ text: String) -> String {
    let held = text.unicodeScalars.filter { XMLCharacters.isAllowed($0) && $0 != "\r" }
    return String(String.UnicodeScalarView(held)).replacing("&", with: "&amp;")
      .replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\n", with: #"</w:t><w:br/><w:t xml:space="preserve">"#)
  }
}
