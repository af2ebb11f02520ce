internal import CXLSXWriter
import Spreadsheet

/// Writes one sheet of a workbook; rows count from 1, columns from 0.
package final class SheetWriter {
  package let name: String
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  let book: WorkbookWriter
  var merges: [CellRange] = []
  /// The current row, when the workbook is written row by row.
  private var currentRow = 1

  init(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String, in book: WorkbookWriter
  ) {
    self.sheet = sheet
    self.name = name
    self.book = book
  }

  /// The format of a style; nil for the plain one and for an ID of another workbook.
  @inline(__always)
  func format(_ style: StyleID) -> UnsafeMutablePointer<lxw_format>? {
    book.formats.indices.contains(style.index) ? book.formats[style.index] : nil
  }

  /// Throws `finished` when the workbook is closed, `outside` when a cell is outside the grid.
  @inline(__always)
  func check(row: Int, column: Int) throws(WriteError) {
    _ = try book.open()
    guard 1...1_048_576 ~= row, 0..<16_384 ~= column else {
      throw .outside(sheet: name, row: row, column: column)
    }
  }

  /// Throws `rowIsOver` for a cell above the current row when the workbook is written row by row, since
  /// the library would silently drop it.
  @inline(__always)
  func checkWritable(row: Int, column: Int) throws(WriteError) {
    try check(row: row, column: column)
    guard book.filling == .rowByRow else { return }
    guard row >= currentRow else { throw .rowIsOver(sheet: name, row: row) }
    currentRow = row
  }

  /// Throws `outside` when a range is outside the grid.
  func check(_ range: CellRange) throws(WriteError) {
    try check(row: range.firstRow, column: range.firstColumn)
    try check(row: range.lastRow, column: range.lastColumn)
  }

  /// Throws when the library's result code for a cell is an error.
  @inline(__always)
  func check(_ code: lxw_error, row: Int, column: Int) throws(WriteError) {
    if code != LXW_NO_ERROR { throw failure(code, row: row, column: column) }
  }

  /// Throws `refused` when the library's result code for the sheet is an error.
  func check(_ code: lxw_error) throws(WriteError) {
    guard code == LXW_NO_ERROR else { throw .refused(sheet: name, code: Int(code.rawValue)) }
  }

  private func failure(_ code: lxw_error, row: Int, column: Int) -> WriteError {
    switch code {
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
      .textTooLong(sheet: name, cell: CellReference.name(row: row, column: column))
    case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE: .outside(sheet: name, row: row, column: column)
    default: .refused(sheet: name, code: Int(code.rawValue))
    }
  }
}

extension CellRange {
  var firstLine: lxw_row_t { lxw_row_t(clamping: firstRow - 1) }
  var lastLine: lxw_row_t { lxw_row_t(clamping: lastRow - 1) }
  var first: lxw_col_t { lxw_col_t(clamping: firstColumn) }
  var last: lxw_col_t { lxw_col_t(clamping: lastColumn) }
}
