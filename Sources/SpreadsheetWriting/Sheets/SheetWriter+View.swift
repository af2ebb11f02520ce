internal import CXLSXWriter
package import Spreadsheet

extension SheetWriter {
  /// Sets the zoom in percent, clamped to 10 to 400.
  package func setZoom(_ percent: Int) throws(WriteError) {
    _ = try book.open()
    worksheet_set_zoom(sheet, UInt16(clamping: min(max(percent, 10), 400)))
  }

  /// Makes this the active sheet when the workbook opens.
  package func activate() throws(WriteError) {
    _ = try book.open()
    worksheet_activate(sheet)
  }

  /// Hides the sheet.
  package func hide() throws(WriteError) {
    _ = try book.open()
    worksheet_hide(sheet)
  }

  /// Selects a cell; by default A1.
  package func select(row: Int, column: Int) throws(WriteError) {
    try check(row: row, column: column)
    worksheet_set_selection(
      sheet, lxw_row_t(row - 1), lxw_col_t(column), lxw_row_t(row - 1), lxw_col_t(column))
  }

  /// Hides the grid lines, on the screen and on paper.
  package func hideGridlines() throws(WriteError) {
    _ = try book.open()
    worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
  }

  /// Sets the colour of the sheet's tab.
  package func setTabColor(_ color: Color) throws(WriteError) {
    _ = try book.open()
    worksheet_set_tab_color(sheet, color.code)
  }

  /// Suppresses the warning for numbers stored as text, such as codes and telephone numbers.
  package func allowNumbersAsText(_ range: CellRange) throws(WriteError) {
    try check(range)
    let code = range.description.withCString {
      worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), $0)
    }
    try check(code)
  }
}
