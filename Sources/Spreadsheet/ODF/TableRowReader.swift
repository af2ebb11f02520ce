/// Parses one row of a table.
struct TableRowReader {
  let content: ODFContent
  let columns: TableColumns
  /// The row's number, from 1.
  let number: Int
  private(set) var cells: [Cell] = []
  private(set) var merges: [CellRange] = []
  /// The default style of the row's cells.
  let defaultStyle: String?
  private(set) var column = 0

  init(_ content: ODFContent, columns: TableColumns, number: Int, defaultStyle: String?) {
    self.content = content
    self.columns = columns
    self.number = number
    self.defaultStyle = defaultStyle
  }

  /// Reads the row that has just started, through its end tag.
  mutating func read() throws(SpreadsheetError) {
    while true {
      switch try content.xml.next() {
      case .start where content.xml.isNamed("table-cell"):
        try readMerge()
        try readCell()
      case .start where content.xml.isNamed("covered-table-cell"): try readCell()
      case .start: try content.xml.skipElement()
      case .end: return
      case .text: break
      case .finished: throw content.xml.malformed()
      }
    }
  }

  /// Reads the cell that has just started, with its repeat count.
  private mutating func readCell() throws(SpreadsheetError) {
    let times = try content.repetition("number-columns-repeated")
    let value = try readValue()
    let first = column
    column = min(column + times, ODFContent.farAway)
    guard let value else { return }
    guard column <= content.limits.columns else { throw exceeded(.columns, at: first) }
    guard content.takeCopies(times - 1) else { throw exceeded(.cells, at: first) }
    for column in first..<column { cells.append(Cell(column: column, value: value)) }
  }

  /// Adds the merge of a cell that spans others. Throws `damaged` when it exceeds the sheet.
  private mutating func readMerge() throws(SpreadsheetError) {
    let columns = try content.repetition("number-columns-spanned")
    let rows = try content.repetition("number-rows-spanned")
    guard columns > 1 || rows > 1 else { return }
    let limits = content.limits
    guard column + columns <= limits.columns, number + rows - 1 <= limits.rows else {
      let corner = CellReference.name(row: number, column: column)
      throw .damaged(part: content.xml.source.part, .reference(corner))
    }
    merges.append(
      CellRange(
        firstRow: number, lastRow: number + rows - 1, firstColumn: column,
        lastColumn: column + columns - 1))
  }

  private func exceeded(_ limit: SpreadsheetError.Limit, at column: Int) -> SpreadsheetError {
    let place = CellReference.name(row: number, column: column)
    return .exceeded(limit, part: content.xml.source.part, at: place)
  }
}
