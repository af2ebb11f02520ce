package import Spreadsheet
package import SpreadsheetWriting

/// A sender's own workbook with a column of opinions: same sheets, rows, columns, merges and values.
///
/// Cells in question are red and have a comment; a filter shows the rows that need work. What a cell
/// looks like is simplified to what tells values apart: texts stay texts, dates keep their precision.
package struct AnnotatedBook {
  /// What is to be said about a row, and where in it.
  package struct Opinion: Hashable, Sendable {
    package let row: Int
    /// Nil when it is about the row as a whole.
    package let column: Int?
    package let text: String

    package init(row: Int, column: Int?, text: String) {
      self.row = row
      self.column = column
      self.text = text
    }
  }

  /// What is to be said about a sheet of the workbook.
  package struct SheetOpinions: Sendable {
    /// The rows of each table's header.
    package var headers: [ClosedRange<Int>] = []
    package var opinions: [Opinion] = []

    package init() {}
  }

  let workbook: Workbook
  let properties: WorkbookProperties
  /// By the place of the sheet in the workbook.
  let sheets: [SheetOpinions]
  let label: String

  /// `label` heads the column of opinions; `sheets` are in the order of the workbook's.
  package init(
    _ workbook: Workbook, _ sheets: [SheetOpinions], label: String, properties: WorkbookProperties
  ) {
    self.workbook = workbook
    self.sheets = sheets
    self.label = label
    self.properties = properties
  }

  /// Writes the file whole, or nothing.
  package func write(to path: String) throws {
    let book = try WorkbookWriter(path: path, properties: properties, filling: .anyOrder)
    let styles = try AnnotatedStyles(book, for: workbook)
    let names = SheetNames.distinct(workbook.sheets.map(\.name))
    var isActive = false
    for ((sheet, opinions), name) in zip(zip(workbook.sheets, sheets), names) {
      let writer = try book.addSheet(name)
      try AnnotatedSheet(sheet, opinions, label: label, styles).write(to: writer)
      if sheet.isHidden {
        try writer.hide()
      } else if !isActive {
        try writer.activate()
        isActive = true
      }
    }
    try book.finish()
  }
}
