import Spreadsheet
import SpreadsheetWriting

/// One sheet of an annotated workbook.
struct AnnotatedSheet {
  private let sheet: Sheet
  private let headers: [ClosedRange<Int>]
  private let opinions: [Int: [AnnotatedBook.Opinion]]
  private let label: String
  private let styles: AnnotatedStyles
  /// The column of remarks, right of all others.
  private let column: Int
  /// The rows below the filter's buttons; nil if no row below the header needs work.
  private let filtered: ClosedRange<Int>?
  /// The width of each column, in digits.
  private let widths: [Int: Double]
  private let standing: [CellRange]

  init(
    _ sheet: Sheet, _ opinions: AnnotatedBook.SheetOpinions, label: String,
    _ styles: AnnotatedStyles
  ) {
    self.sheet = sheet
    headers = opinions.headers
    self.opinions = Dictionary(grouping: opinions.opinions, by: \.row)
    self.label = label
    self.styles = styles
    let last = sheet.rows.compactMap { $0.cells.last?.column }.max() ?? 0
    let merged = sheet.merges.map(\.lastColumn).max() ?? 0
    column = min(max(last, merged) + 1, 16_383)
    if let header = headers.first?.upperBound, let end = sheet.rows.last?.number, header < end,
      opinions.opinions.contains(where: { $0.row > header })
    {
      filtered = (header + 1)...end
    } else {
      filtered = nil
    }
    widths = AnnotatedWidths.of(sheet, headers, column: column)
    standing = Self.standing(sheet.merges)
  }

  func write(to writer: SheetWriter) throws {
    try setColumns(writer)
    try hideRows(writer)
    for merge in standing {
      try writer.merge(
        merge, text: "", style: isAbove(merge.firstRow) ? styles.mergedAbove : styles.merged)
    }
    for row in sheet.rows {
      for cell in row.cells { try write(cell, row: row.number, writer) }
      try writeOpinion(row, writer)
    }
    for header in headers {
      try writer.write(label, row: header.lowerBound, column: column, style: styles.header)
    }
    try setFilter(writer)
    try setUpPage(writer)
  }

  // MARK: Look

  /// Fits one page in width, including the remarks, with the header on every page.
  private func setUpPage(_ writer: SheetWriter) throws {
    var page = PageSetup()
    page.isLandscape = true
    page.paper = column > AnnotatedWidths.columnsOfA4 ? .a3 : .a4
    page.footer = "&C第 &P 页 共 &N 页"
    if let first = headers.first { page.repeatedRows = first }
    try writer.setPage(page)
  }

  private func setColumns(_ writer: SheetWriter) throws {
    for (column, width) in widths.sorted(by: { $0.key < $1.key }) {
      try writer.setColumns(column...column, width: width)
    }
    for columns in sheet.hiddenColumns where columns.lowerBound < column {
      let shown = columns.lowerBound...min(columns.upperBound, column - 1)
      try writer.setColumns(shown, width: 9, options: GroupOptions(isHidden: true))
    }
  }

  /// Hides the rows that the sender had hidden, and those that the filter leaves out.
  private func hideRows(_ writer: SheetWriter) throws {
    for row in sheet.rows {
      let hasText =
        opinions[row.number] != nil || headers.contains { $0.lowerBound == row.number }
      let isLeftOut = filtered?.contains(row.number) == true && !hasText
      if row.isHidden || isLeftOut {
        try writer.setRow(row.number, height: 15, options: GroupOptions(isHidden: true))
      } else if headers.first.map({ row.number >= $0.lowerBound }) ?? false {
        try writer.setRow(row.number, height: height(of: row), options: GroupOptions())
      }
    }
  }

  /// The height in points of the row's longest text.
  private func height(of row: Row) -> Double {
    var lines = 1
    for cell in row.cells {
      guard case .text(let text) = cell.value, widths[cell.column] != nil else { continue }
      let area = standing.first { $0.firstRow == row.number && $0.firstColumn == cell.column }
      let own = ColumnWidth.lines(text, inWidth: width(of: area, else: cell.column) - 1)
      // A text merged across several rows is shared by them.
      let shared = area.map { $0.lastRow - $0.firstRow + 1 } ?? 1
      lines = max(lines, (own + shared - 1) / shared)
    }
    let opinion = (opinions[row.number] ?? []).map(\.text).joined(separator: "\n")
    lines = max(lines, ColumnWidth.lines(opinion, inWidth: AnnotatedWidths.opinion - 1))
    return min(409, Double(lines) * 15 + 3)
  }

  /// The width of the columns that a cell spans.
  private func width(of area: CellRange?, else column: Int) -> Double {
    let columns = area.map { $0.firstColumn...$0.lastColumn } ?? column...column
    return columns.reduce(0) { $0 + (widths[$1] ?? 9) }
  }

  /// Whether a row is above the table: its titles and notes overflow into the columns beside them.
  private func isAbove(_ row: Int) -> Bool { headers.first.map { row < $0.lowerBound } ?? false }

  private func setFilter(_ writer: SheetWriter) throws {
    guard let rows = filtered else { return }
    try writer.filter(
      CellRange(
        firstRow: rows.lowerBound - 1, lastRow: rows.upperBound, firstColumn: 0,
        lastColumn: column))
    try writer.filterNonBlanks(column: column)
    try writer.freeze(row: rows.lowerBound, column: 0)
  }

  // MARK: Cells

  private func write(_ cell: Cell, row: Int, _ writer: SheetWriter) throws {
    let isRed = opinions[row]?.contains { $0.column == cell.column } ?? false
    let style =
      isAbove(row) && !isRed ? styles.above(cell.value) : styles.style(of: cell.value, isRed: isRed)
    switch cell.value {
    case .text(let text):
      // The copy is imported again: half a text would count as the whole, while a blank changes nothing.
      if TruncatedText.fits(text) {
        try writer.write(text, row: row, column: cell.column, style: style)
      } else {
        try writer.writeBlank(row: row, column: cell.column, style: style)
      }
    case .error(let literal):
      try writer.write(literal, row: row, column: cell.column, style: style)
    case .number(let number):
      try writer.write(number, row: row, column: cell.column, style: style)
    case .shown(let shown):
      try writer.write(shown.number, row: row, column: cell.column, style: style)
    case .uncalculated: try writer.writeBlank(row: row, column: cell.column, style: style)
    case .boolean(let flag):
      try writer.write(flag, row: row, column: cell.column, style: style)
    case .date(let date):
      // Serials of the 1904 system are 1462 days lower.
      let days = date.system == .from1904 && !date.parts.contains(.elapsed) ? 1_462.0 : 0
      try writer.write(date.serial.double + days, row: row, column: cell.column, style: style)
    }
  }

  private func writeOpinion(_ values: Row, _ writer: SheetWriter) throws {
    let row = values.number
    guard let opinions = opinions[row] else { return }
    // Header cells only get comments: the remarks' column has its own label there.
    if !headers.contains(where: { $0.contains(row) }) {
      let text = opinions.map(\.text).joined(separator: "\n")
      try writer.write(
        String(text.prefix(8_000)), row: row, column: column, style: styles.opinion)
    }
    for (column, about) in Dictionary(grouping: opinions, by: \.column) {
      guard let column else { continue }
      if values[column: column] == nil {
        try writer.writeBlank(row: row, column: column, style: styles.redText)
      }
      let comment = about.map(\.text).joined(separator: "\n")
      try writer.comment(String(comment.prefix(8_000)), author: "台账", row: row, column: column)
    }
  }

  /// The merges that can be written: of two overlapping ones, the first.
  private static func standing(_ merges: [CellRange]) -> [CellRange] {
    var standing: [CellRange] = []
    for merge in merges
    where merge.firstRow < merge.lastRow || merge.firstColumn < merge.lastColumn {
      if !standing.contains(where: merge.overlaps) { standing.append(merge) }
    }
    return standing
  }
}
