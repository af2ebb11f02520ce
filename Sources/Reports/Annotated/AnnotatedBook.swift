package import Spreadsheet
package import SpreadsheetWriting

/// A sender's own workbook with a column of remarks: same sheets, rows, columns, merges and values.
///
/// Cells with findings are red and have a comment; a filter shows the rows that need work. Formatting is reduced to
/// what distinguishes values: texts stay texts, dates keep their precision.
package struct AnnotatedBook {
  /// A remark on a row, and on one of its cells.
  package struct Opinion: Hashable, Sendable {
    package let row: Int
    /// Nil if it is about the whole row.
    package let column: Int?
    package let text: String

    package init(row: Int, column: Int?, text: String) {
      self.row = row
      self.column = column
      self.text = text
    }
  }

  /// The remarks on a sheet of the workbook.
  package struct SheetOpinions: Sendable {
    /// The header rows of each table.
    package var headers: [ClosedRange<Int>] = []
    package var opinions: [Opinion] = []

    package init() {}
  }

  let workbook: Workbook
  let properties: WorkbookProperties
  /// In the order of the workbook's sheets.
  let sheets: [SheetOpinions]
  let label: String

  /// `label` heads the column of remarks; `sheets` are in the order of the workbook's.
  package init(
    _ workbook: Workbook, _ sheets: [SheetOpinions], label: String, properties: WorkbookProperties
  ) {
    self.workbook = workbook
    self.sheets = sheets
    self.label = label
    self.properties = properties
  }

  /// Writes the file completely or not at all.
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
