import TestSupport

/// A workbook of one or more sheets made by hand, every part of it open to change.
struct WorkbookFixture {
  var parts: [String: String] = [:]
  /// The names of the parts in the order they are put into the archive.
  private var order: [String] = []

  /// A workbook with one sheet named 清单 that holds these rows of `sheetData`.
  init(
    rows: String, before: String = "", after: String = "", strings: [String]? = nil,
    styles: String? = nil, workbook: String = ""
  ) {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relationships(_ all: [(String, String, String)]) -> String {
      let inner = all.map {
        "<Relationship Id=\"\($0.0)\" Type=\"\(office)/\($0.1)\" Target=\"\($0.2)\"/>"
      }
      return "<Relationships>" + inner.joined() + "</Relationships>"
    }
    set("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")]))
    set(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(main)" xmlns:r="\(office)">\(workbook)\
      <sheets><sheet name="清单" sheetId="1" r:id="rId1"/></sheets></workbook>
      """)
    var related = [("rId1", "worksheet", "worksheets/sheet1.xml")]
    if let strings {
      related.append(("rId2", "sharedStrings", "sharedStrings.xml"))
      set("xl/sharedStrings.xml", "<sst>" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>")
    }
    if let styles {
      related.append(("rId3", "styles", "styles.xml"))
      set("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")
    }
    set("xl/_rels/workbook.xml.rels", relationships(related))
    set(
      "xl/worksheets/sheet1.xml",
      "<?xml version=\"1.0\"?><worksheet xmlns=\"\(main)\">\(before)<sheetData>\(rows)</sheetData>"
        + "\(after)</worksheet>")
  }

  /// Puts a part in, or another text into a part that is there.
  mutating func set(_ name: String, _ text: String) {
    if parts[name] == nil { order.append(name) }
    parts[name] = text
  }

  /// Takes a part out.
  mutating func remove(_ name: String) {
    parts[name] = nil
    order.removeAll { $0 == name }
  }

  /// The file.
  var bytes: [UInt8] {
    ZipFixture.archive(order.map { (name: $0, text: parts[$0] ?? "") })
  }

  /// Cell formats with these number format codes, from style 1 on; style 0 is General.
  static func styles(_ codes: [String]) -> String {
    let formats = codes.enumerated().map {
      let code = $1.replacing("\"", with: "&quot;")
      return "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\(code)\"/>"
    }
    let cells = codes.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
    return "<numFmts>\(formats.joined())</numFmts>"
      + "<cellXfs><xf numFmtId=\"0\"/>\(cells.joined())</cellXfs>"
  }
}
