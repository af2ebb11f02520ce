internal import CXLSXWriter
package import Spreadsheet

extension SheetWriter {
  /// Writes a text literally, even one that starts with "=". An empty one is a blank cell; one too long
  /// for a cell is shortened by `TruncatedText`.
  package func write(
    _ text: String, row: Int, column: Int, style: StyleID = .plain
  ) throws(WriteError) {
    try checkWritable(row: row, column: column)
    let format = format(style)
    let code = EscapedText.escape(TruncatedText.fit(text)).withCString {
      worksheet_write_string(sheet, lxw_row_t(row - 1), lxw_col_t(column), $0, format)
    }
    try check(code, row: row, column: column)
  }

  /// Writes a number. Throws `notFinite`.
  package func write(
    _ number: Double, row: Int, column: Int, style: StyleID = .plain
  ) throws(WriteError) {
    try checkWritable(row: row, column: column)
    try checkFinite(number, row: row, column: column)
    let code = worksheet_write_number(
      sheet, lxw_row_t(row - 1), lxw_col_t(column), number, format(style))
    try check(code, row: row, column: column)
  }

  /// Writes an exact decimal as the nearest floating-point number.
  package func write(
    _ number: DecimalNumber, row: Int, column: Int, style: StyleID = .plain
  ) throws(WriteError) {
    try write(number.double, row: row, column: column, style: style)
  }

  /// Writes an integer.
  package func write(
    _ number: Int, row: Int, column: Int, style: StyleID = .plain
  ) throws(WriteError) {
    try write(Double(number), row: row, column: column, style: style)
  }

  /// Writes a date as its serial day; the style's number format displays it.
  package func write(
    year: Int, month: Int, day: Int, row: Int, column: Int, style: StyleID
  ) throws(WriteError) {
    let serial = DateSystem.from1900.serial(year: year, month: month, day: day)
    try write(Double(serial), row: row, column: column, style: style)
  }

  /// Writes a Boolean.
  package func write(
    _ value: Bool, row: Int, column: Int, style: StyleID = .plain
  ) throws(WriteError) {
    try checkWritable(row: row, column: column)
    let code = worksheet_write_boolean(
      sheet, lxw_row_t(row - 1), lxw_col_t(column), value ? 1 : 0, format(style))
    try check(code, row: row, column: column)
  }

  /// Writes a formula, with or without its "=", and the result for programs that do not calculate.
  package func writeFormula(
    _ formula: String, result: Double, row: Int, column: Int, style: StyleID = .plain
  ) throws(WriteError) {
    try checkWritable(row: row, column: column)
    try checkFinite(result, row: row, column: column)
    let format = format(style)
    let code = formula.withCString {
      worksheet_write_formula_num(
        sheet, lxw_row_t(row - 1), lxw_col_t(column), $0, format, result)
    }
    try check(code, row: row, column: column)
  }

  /// Sets the style of a blank cell.
  package func writeBlank(row: Int, column: Int, style: StyleID) throws(WriteError) {
    try checkWritable(row: row, column: column)
    let code = worksheet_write_blank(
      sheet, lxw_row_t(row - 1), lxw_col_t(column), format(style))
    try check(code, row: row, column: column)
  }

  /// Sets the style of every cell of a range; values may be written later.
  package func writeBlanks(_ range: CellRange, style: StyleID) throws(WriteError) {
    for row in range.firstRow...range.lastRow {
      for column in range.firstColumn...range.lastColumn {
        try writeBlank(row: row, column: column, style: style)
      }
    }
  }

  private func checkFinite(_ number: Double, row: Int, column: Int) throws(WriteError) {
    guard number.isFinite else {
      throw .notFinite(sheet: name, cell: CellReference.name(row: row, column: column))
    }
  }
}
