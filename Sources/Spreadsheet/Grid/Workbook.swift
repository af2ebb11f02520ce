/// A workbook read from a file, in the same form for every format.
package struct Workbook: Sendable, Hashable {
  package var format: Format
  /// The sheets in the order of the workbook, hidden ones included; chart sheets are left out.
  package var sheets: [Sheet]
  /// Whether the file contains macros; they are never run.
  package var hasMacros: Bool
  /// The document properties by name: core ones ("title", "creator", "description", …) and custom ones.
  package var properties: [String: String]
  /// The epoch of its plain serial numbers.
  package var dateSystem: DateSystem

  /// A workbook from its sheets.
  package init(
    format: Format, sheets: [Sheet], hasMacros: Bool = false, properties: [String: String] = [:],
    dateSystem: DateSystem = .from1900
  ) {
    self.format = format
    self.sheets = sheets
    self.hasMacros = hasMacros
    self.properties = properties
    self.dateSystem = dateSystem
  }

  /// The file format of a workbook.
  package enum Format: Sendable, Hashable {
    case xlsx
    case ods
    /// The binary format of Excel 5.0 to 2003, which WPS writes as .et too.
    case xls
    /// Text with an encoding's IANA name, such as "GB18030", and a separator.
    case delimited(encoding: String, separator: Character)
  }
}

extension Workbook {
  /// Reads a workbook of any format, recognised by its content and never by its name. Calls `watch`
  /// with the number of rows read so far. Throws `stopped` soon after `isStopped` returns true.
  package static func read(
    _ bytes: [UInt8], limits: Limits = .standard,
    isStopped: @escaping @Sendable () -> Bool = { false }, watch: (_ rows: Int) -> Void = { _ in }
  ) throws(SpreadsheetError) -> Workbook {
    var scan = try WorkbookScan(bytes, limits: limits, isStopped: isStopped)
    var sheets: [Sheet] = []
    var rows = 0
    while var reader = try scan.nextSheet() {
      let sheet = try reader.collect { watch(rows + $0) }
      rows += sheet.rows.count
      sheets.append(sheet)
    }
    return Workbook(
      format: scan.format, sheets: sheets, hasMacros: scan.hasMacros, properties: scan.properties,
      dateSystem: scan.dateSystem)
  }
}
