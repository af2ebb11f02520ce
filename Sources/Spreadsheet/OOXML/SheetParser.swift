/// Parses a worksheet part (ECMA-376 §18.3.1.99) row by row.
struct SheetParser: ~Copyable, RowSource {
  var xml: XMLTokenizer
  let context: SheetContext
  private(set) var merges: [CellRange] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  var row: RowWriter
  private var state = State.beforeRows
  private var lastRow = 0
  var lastColumn = -1

  /// The position in the part.
  private enum State {
    case beforeRows, rows, finished
  }

  init(_ source: ByteSource, context: SheetContext) throws(SpreadsheetError) {
    xml = try XMLTokenizer(source, limits: context.limits)
    self.context = context
    row = RowWriter(context.strings)
  }

  /// The next row with a value; nil when the whole part has been read, merges included.
  mutating func next() throws(SpreadsheetError) -> Row? {
    if state == .beforeRows { try readHead() }
    while state == .rows {
      switch try xml.next() {
      case .start where xml.isNamed("row"):
        let row = try readRow()
        if !row.cells.isEmpty { return row }
      case .start: try xml.skipElement()
      case .end: try readTail()
      case .text: break
      case .finished: throw xml.malformed()
      }
    }
    return nil
  }

  // MARK: Before and after the rows

  /// Reads up to the first row: hidden columns, and merges that come early.
  private mutating func readHead() throws(SpreadsheetError) {
    while true {
      switch try xml.next() {
      case .start where xml.depth == 2 && xml.isNamed("sheetData"):
        state = .rows
        return
      case .start where xml.depth == 3 && xml.isNamed("col"): readColumn()
      case .start where xml.depth == 3 && xml.isNamed("mergeCell"): try readMerge()
      case .finished:
        state = .finished
        return
      case .start, .end, .text: break
      }
    }
  }

  /// Reads the merges after the rows.
  private mutating func readTail() throws(SpreadsheetError) {
    while true {
      switch try xml.next() {
      case .start where xml.depth == 3 && xml.isNamed("mergeCell"): try readMerge()
      case .finished:
        state = .finished
        return
      case .start, .end, .text: break
      }
    }
  }

  private mutating func readColumn() {
    let columns = context.limits.columns
    let isHidden = xml.flag("hidden") || xml.isZero("width")
    guard isHidden, let first = xml.integer("min"), let last = xml.integer("max"), first > 0,
      first <= last, first <= columns
    else { return }
    hiddenColumns.append(first - 1...min(last, columns) - 1)
  }

  private mutating func readMerge() throws(SpreadsheetError) {
    guard let reference = xml.attribute("ref") else { return }
    guard merges.count < context.limits.merges else { throw xml.exceeded(.merges) }
    guard let range = CellRange(reference), range.lastRow <= context.limits.rows,
      range.lastColumn < context.limits.columns
    else { throw badReference(reference) }
    merges.append(range)
  }

  // MARK: Rows

  private mutating func readRow() throws(SpreadsheetError) -> Row {
    var number = lastRow + 1
    if let written = xml.attribute("r") {
      guard let stated = written.integer, stated > 0 else { throw badReference(written) }
      number = stated
    }
    guard number <= context.limits.rows else {
      throw .exceeded(.rows, part: xml.source.part, at: String(number))
    }
    lastRow = number
    let isHidden = xml.flag("hidden") || xml.isZero("ht")
    lastColumn = -1
    reading: while true {
      // Checked before the row is complete: it may hold all the text of a large file.
      guard row.textBytes <= context.limits.cellTextBytes else {
        throw .exceeded(.cellTextBytes, part: nil, at: String(number))
      }
      if try readPlainCell(row: number) { continue }
      switch try xml.next() {
      case .start where xml.isNamed("c"): try readCell(row: number)
      case .start: try xml.skipElement()
      case .end: break reading
      case .text: break
      case .finished: throw xml.malformed()
      }
    }
    let cells = row.finish()
    guard context.budget.take(cells.count) else {
      throw .exceeded(.cells, part: xml.source.part, at: String(number))
    }
    return Row(number: number, isHidden: isHidden, cells: cells)
  }

  func badReference(_ bytes: Bytes) -> SpreadsheetError {
    let shown = String(decoding: bytes.prefix(32), as: UTF8.self)
    return .damaged(part: xml.source.part, .reference(shown))
  }
}

extension XMLTokenizer {
  /// Whether an attribute is present and zero.
  func isZero(_ name: StaticString) -> Bool {
    guard let bytes = attribute(name) else { return false }
    return DecimalNumber(bytes: bytes) == .zero
  }
}
