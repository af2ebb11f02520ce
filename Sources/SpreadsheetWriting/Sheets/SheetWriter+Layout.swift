internal import CXLSXWriter
package import Spreadsheet

extension SheetWriter {
  /// Merges a range and writes a text into it, with the style on all its cells.
  ///
  /// A single cell is only written. Throws `overlappingMerge` where ranges overlap, since Excel would
  /// call the file damaged, and `rowIsOver` when the workbook is written row by row.
  package func merge(_ range: CellRange, text: String, style: StyleID) throws(WriteError) {
    try check(range)
    guard range.firstRow < range.lastRow || range.firstColumn < range.lastColumn else {
      return try write(text, row: range.firstRow, column: range.firstColumn, style: style)
    }
    guard book.filling == .anyOrder else {
      throw .rowIsOver(sheet: name, row: range.lastRow)
    }
    guard !merges.contains(where: range.overlaps) else {
      throw .overlappingMerge(sheet: name, range: range.description)
    }
    merges.append(range)
    let code = worksheet_merge_range(
      sheet, range.firstLine, range.first, range.lastLine, range.last, "", format(style))
    try check(code)
    try write(text, row: range.firstRow, column: range.firstColumn, style: style)
  }

  /// Sets the width of columns, in digit widths.
  package func setColumns(
    _ columns: ClosedRange<Int>, width: Double, options: GroupOptions = .init(),
    style: StyleID = .plain
  ) throws(WriteError) {
    try check(row: 1, column: columns.lowerBound)
    try check(row: 1, column: columns.upperBound)
    var settings = options.settings
    let code = worksheet_set_column_opt(
      sheet, lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound), width,
      format(style), &settings)
    try check(code)
  }

  /// Sets the height of a row in points, and its outline level.
  package func setRow(
    _ row: Int, height: Double, options: GroupOptions = .init(), style: StyleID = .plain
  ) throws(WriteError) {
    try checkWritable(row: row, column: 0)
    var settings = options.settings
    try check(
      worksheet_set_row_opt(
        sheet, lxw_row_t(row - 1), height, format(style), &settings))
  }

  /// Sets the height in points of every row without its own.
  package func setDefaultRowHeight(_ height: Double) throws(WriteError) {
    _ = try book.open()
    worksheet_set_default_row(sheet, height, 0)
  }

  /// Sets whether a group's summary row is below it, and its summary column right of it.
  package func setOutline(summaryBelow: Bool, summaryRight: Bool) throws(WriteError) {
    _ = try book.open()
    worksheet_outline_settings(sheet, 1, summaryBelow ? 1 : 0, summaryRight ? 1 : 0, 0)
  }

  /// Freezes the rows above a cell and the columns left of it.
  package func freeze(row: Int, column: Int) throws(WriteError) {
    try check(row: row, column: column)
    worksheet_freeze_panes(sheet, lxw_row_t(row - 1), lxw_col_t(column))
  }

  /// Adds filter buttons to the first row of a range.
  package func filter(_ range: CellRange) throws(WriteError) {
    try check(range)
    try check(
      worksheet_autofilter(sheet, range.firstLine, range.first, range.lastLine, range.last))
  }

  /// Filters a column for cells that are not blank; the caller must hide the rows excluded.
  package func filterNonBlanks(column: Int) throws(WriteError) {
    try check(row: 1, column: column)
    var rule = lxw_filter_rule()
    rule.criteria = UInt8(LXW_FILTER_CRITERIA_NON_BLANKS.rawValue)
    try check(worksheet_filter_column(sheet, lxw_col_t(column), &rule))
  }
}

/// A row's or column's place in an outline.
package struct GroupOptions: Sendable, Hashable {
  /// 0 outside groups, up to 7 in nested groups.
  package var level: Int
  package var isHidden: Bool
  /// Whether it is the summary of a collapsed group.
  package var isCollapsed: Bool

  /// By default, a visible row or column outside any group.
  package init(level: Int = 0, isHidden: Bool = false, isCollapsed: Bool = false) {
    self.level = level
    self.isHidden = isHidden
    self.isCollapsed = isCollapsed
  }

  var settings: lxw_row_col_options {
    lxw_row_col_options(
      hidden: isHidden ? 1 : 0, level: UInt8(clamping: min(max(level, 0), 7)),
      collapsed: isCollapsed ? 1 : 0)
  }
}

extension CellRange {
  /// Whether two ranges share a cell.
  package func overlaps(_ other: CellRange) -> Bool {
    firstRow <= other.lastRow && other.firstRow <= lastRow
      && firstColumn <= other.lastColumn && other.firstColumn <= lastColumn
  }
}
