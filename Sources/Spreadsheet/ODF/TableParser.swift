/// Parses a table of an OpenDocument spreadsheet (`table:table`, ODF 1.3 part 3 §9.1) row by row.
///
/// Blank rows and cells cost nothing, whatever their repeat count; those with values are repeated
/// within the limits.
struct TableParser: RowSource {
  let content: ODFContent
  private(set) var merges: [CellRange] = []
  private(set) var columns = TableColumns()
  /// Whether each group around the current position is hidden.
  private var groups: [Bool] = []
  private var isFinished = false
  /// The number of rows read so far.
  private var rows = 0
  /// The last row, and the number of copies still to return.
  private var repeated: (row: Row, times: Int)?

  var hiddenColumns: [ClosedRange<Int>] { columns.hidden }

  /// Makes a parser for the table that has just started.
  init(_ content: ODFContent) { self.content = content }

  /// The next row with a value; nil after the end of the table.
  mutating func next() throws(SpreadsheetError) -> Row? {
    if let row = nextCopy() { return row }
    while !isFinished {
      switch try content.xml.next() {
      case .start:
        if let row = try readChild() { return row }
      case .end:
        isFinished = groups.popLast() == nil
      case .text: break
      case .finished: throw content.xml.malformed()
      }
    }
    return nil
  }

  private mutating func nextCopy() -> Row? {
    guard var copy = repeated else { return nil }
    copy.row.number += 1
    copy.times -= 1
    repeated = copy.times > 0 ? copy : nil
    return copy.row
  }

  private mutating func readChild() throws(SpreadsheetError) -> Row? {
    if content.xml.isNamed("table-row") { return try readRow() }
    if content.xml.isNamed("table-column") {
      try columns.read(content, isHidden: groups.contains(true))
      try content.xml.skipElement()
    } else if isGroup {
      let display = content.xml.qualifiedAttribute("display")
      groups.append(display.map { $0.elementsEqual("false".utf8) } ?? false)
    } else {
      try content.xml.skipElement()
    }
    return nil
  }

  /// Whether the element that has just started contains rows or columns.
  private var isGroup: Bool {
    content.xml.isNamed("table-row-group") || content.xml.isNamed("table-column-group")
      || content.xml.isNamed("table-rows") || content.xml.isNamed("table-columns")
      || content.xml.isNamed("table-header-rows") || content.xml.isNamed("table-header-columns")
  }

  /// Reads the row that has just started; nil when it is blank.
  private mutating func readRow() throws(SpreadsheetError) -> Row? {
    let times = try content.repetition("number-rows-repeated")
    var reader = TableRowReader(
      content, columns: columns, number: rows + 1,
      defaultStyle: try content.xml.qualifiedText("default-cell-style-name"))
    let isHidden = try isHidden()
    rows = min(rows + times, ODFContent.farAway)
    try reader.read()
    let cells = reader.cells
    guard !cells.isEmpty else {
      try add(reader.merges, times: 1)
      return nil
    }
    guard rows <= content.limits.rows else {
      throw .exceeded(.rows, part: content.xml.source.part, at: String(reader.number))
    }
    guard content.budget.take(cells.count * times), content.takeCopies(cells.count * (times - 1))
    else { throw .exceeded(.cells, part: content.xml.source.part, at: String(reader.number)) }
    try add(reader.merges, times: times)
    let row = Row(number: reader.number, isHidden: isHidden, cells: cells)
    if times > 1 { repeated = (row, times - 1) }
    return row
  }

  private func isHidden() throws(SpreadsheetError) -> Bool {
    if groups.contains(true) || content.xml.isCollapsed { return true }
    return content.styles.hides(.row, try content.xml.qualifiedText("style-name"))
  }

  /// Adds the merges of a row, once for each copy of it. Throws `exceeded` when they are too many.
  private mutating func add(_ found: [CellRange], times: Int) throws(SpreadsheetError) {
    guard !found.isEmpty else { return }
    let room = content.limits.merges - merges.count
    guard times <= room, found.count <= room / times else { throw content.xml.exceeded(.merges) }
    for offset in 0..<times {
      merges += found.map { range in
        CellRange(
          firstRow: range.firstRow + offset, lastRow: range.lastRow + offset,
          firstColumn: range.firstColumn, lastColumn: range.lastColumn)
      }
    }
  }
}
