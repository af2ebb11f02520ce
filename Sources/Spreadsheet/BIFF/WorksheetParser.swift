/// Reads the cells of a worksheet substream row by row.
struct WorksheetParser: RowSource {
  let context: WorksheetContext
  private(set) var substream: Substream
  private let outline: WorksheetOutline
  private let sheet: String
  /// The number of the row being gathered, from 1.
  private var number = 0
  private var cells: RowWriter
  private var isAtEnd = false
  /// The column of a formula whose text is in a record of its own.
  private var columnOfText: Int?

  var merges: [CellRange] { outline.merges }
  var hiddenColumns: [ClosedRange<Int>] { outline.hiddenColumns }

  init(
    _ substream: Substream, outline: WorksheetOutline, sheet: String, context: WorksheetContext
  ) {
    self.substream = substream
    self.outline = outline
    self.sheet = sheet
    self.context = context
    cells = RowWriter(context.strings)
  }

  /// The next row with a value; nil after the last.
  mutating func next() throws(SpreadsheetError) -> Row? {
    while !isAtEnd {
      guard let record = try substream.next() else {
        isAtEnd = true
        return try takeRow()
      }
      if record.kind == .string {
        try readTextOfFormula(record)
      } else if record.isCell {
        guard record.body.count >= 6 else { throw damaged(record) }
        let number = record.body.uint16(0) + 1
        var finished: Row?
        if number != self.number {
          finished = try takeRow()
          try startRow(number)
        }
        columnOfText = nil
        try readCells(record)
        if let finished { return finished }
      }
    }
    return nil
  }

  /// Adds a value to the row.
  @inline(__always)
  mutating func add(_ value: CellValue?, column: Int) throws(SpreadsheetError) {
    guard let value else { return }
    guard column < context.limits.columns else { throw exceeded(.columns, column: column) }
    cells.add(value, column: column)
  }

  /// Adds a shared string to the row, unless it is empty.
  mutating func add(shared index: Int, column: Int) throws(SpreadsheetError) {
    guard let length = context.strings.length(at: index) else {
      throw .damaged(part: substream.reader.stream.name, .sharedString(index))
    }
    if length == 0 { return }
    guard column < context.limits.columns else { throw exceeded(.columns, column: column) }
    cells.add(shared: index, column: column)
  }

  /// Notes a FORMULA ([MS-XLS] §2.4.127) whose text follows in a STRING record.
  mutating func expectText(column: Int) { columnOfText = column }

  func damaged(_ record: Record) -> SpreadsheetError {
    substream.reader.stream.damaged(record)
  }

  /// The record STRING ([MS-XLS] §2.4.268): the last result of a formula, as text.
  private mutating func readTextOfFormula(_ record: Record) throws(SpreadsheetError) {
    guard let column = columnOfText else { return }
    columnOfText = nil
    try add(try text(of: record, at: 0, column: column), column: column)
  }

  private mutating func startRow(_ number: Int) throws(SpreadsheetError) {
    guard number <= context.limits.rows else {
      throw .exceeded(.rows, part: sheet, at: String(number))
    }
    self.number = number
  }

  /// The gathered row; nil when it has no value.
  private mutating func takeRow() throws(SpreadsheetError) -> Row? {
    let cells = self.cells.finish()
    if cells.isEmpty { return nil }
    guard context.budget.take(cells.count) else {
      throw .exceeded(.cells, part: sheet, at: String(number))
    }
    return Row(
      number: number, isHidden: outline.hiddenRows.contains(number - 1), cells: cells)
  }

  func exceeded(_ limit: SpreadsheetError.Limit, column: Int) -> SpreadsheetError {
    .exceeded(limit, part: sheet, at: CellReference.name(row: number, column: column))
  }
}
