/// A workbook read whole: its sheets in order, hidden ones included.
package struct Workbook: Sendable {
  package let format: Format
  package var sheets: [Sheet]
  package let dateSystem: DateSystem
  /// Whether it carries macros; they are never run or read.
  package let hasMacros: Bool
  /// Title, subject, description and custom properties, by name.
  package let properties: [String: String]

  init(
    format: Format, sheets: [Sheet], dateSystem: DateSystem = .from1900, hasMacros: Bool = false,
    properties: [String: String] = [:]
  ) {
    self.format = format
    self.sheets = sheets
    self.dateSystem = dateSystem
    self.hasMacros = hasMacros
    self.properties = properties
  }

  /// Reads a file's bytes. The content decides what it is, never the name.
  package static func read(
    _ bytes: [UInt8], limits: Limits = .standard
  ) throws(SpreadsheetError) -> Workbook {
    switch try Format.detect(bytes) {
    case .xlsx: try OOXMLWorkbook.read(bytes, limits: limits)
    case .delimited: try DelimitedWorkbook.read(bytes, limits: limits)
    }
  }
}

/// A sheet. Delimited text is one sheet without a name.
package struct Sheet: Sendable {
  package let name: String
  package let isHidden: Bool
  /// Rows that hold at least one cell, by number.
  package var rows: [Row]
  package var merges: [CellRange]
  /// Hidden columns, from 0.
  package var hiddenColumns: [ClosedRange<Int>]

  package init(
    name: String, isHidden: Bool, rows: [Row], merges: [CellRange],
    hiddenColumns: [ClosedRange<Int>]
  ) {
    self.name = name
    self.isHidden = isHidden
    self.rows = rows
    self.merges = merges
    self.hiddenColumns = hiddenColumns
  }
}

/// A row of a sheet.
package struct Row: Sendable {
  /// From 1, as the file counts; in delimited text the number of the record.
  package let number: Int
  /// Hidden by hand, filter, outline or zero height.
  package let isHidden: Bool
  /// Ascending by column, blanks left out.
  package var cells: [Cell]

  package init(number: Int, isHidden: Bool, cells: [Cell]) {
    self.number = number
    self.isHidden = isHidden
    self.cells = cells
  }
}

/// A cell that holds something.
package struct Cell: Sendable {
  /// From 0.
  package let column: Int
  package let value: CellValue

  package init(column: Int, value: CellValue) {
    self.column = column
    self.value = value
  }
}

/// What a cell holds; a formula counts with its cached result.
package enum CellValue: Sendable, Hashable {
  case text(String)
  case number(DecimalNumber)
  case date(CellDate)
  case boolean(Bool)
  /// The literal, such as `#REF!`.
  case error(String)
}
