import TestSupport

/// An OpenDocument spreadsheet of one table made by hand, every part of it open to change.
struct OpenDocumentFixture {
  /// What stands inside the table.
  var table: String
  var tableAttributes = "table:name=\"清单\""
  /// The automatic styles.
  var styles = ""
  /// What stands before the table.
  var settings = ""
  /// The word for the kind of document.
  var kind = "spreadsheet"
  /// Further parts of the package.
  var parts: [(name: String, text: String)] = []

  /// A document with these rows or other children of its table.
  init(_ table: String) { self.table = table }

  var content: String {
    """
    <?xml version="1.0"?><office:document-content office:version="1.3"><office:scripts/>\
    <office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:\(kind)>\
    \(settings)<table:table \(tableAttributes)>\(table)</table:table>\
    </office:\(kind)></office:body></office:document-content>
    """
  }

  /// The file.
  var bytes: [UInt8] { ZipFixture.archive([(name: "content.xml", text: content)] + parts) }

  /// A cell with this text.
  static func text(_ text: String, _ attributes: String = "") -> String {
    "<table:table-cell office:value-type=\"string\" \(attributes)><text:p>\(text)</text:p>"
      + "</table:table-cell>"
  }

  /// A row of cells.
  static func row(_ cells: String, _ attributes: String = "") -> String {
    "<table:table-row \(attributes)>\(cells)</table:table-row>"
  }

  /// A style of cells with a data style that shows these parts of a date: "year", "month" …
  static func dateStyle(_ name: String, _ parts: [String]) -> String {
    "<number:date-style style:name=\"N-\(name)\">"
      + parts.map { "<number:\($0)/><number:text>-</number:text>" }.joined()
      + "</number:date-style>"
      + "<style:style style:name=\"\(name)\" style:family=\"table-cell\""
      + " style:data-style-name=\"N-\(name)\"/>"
  }
}
