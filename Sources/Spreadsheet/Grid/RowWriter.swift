/// Builds rows one after the other and packs them into blocks.
struct RowWriter {
  private let strings: SharedStrings?
  /// The row being built.
  private var cells: [PackedCell] = []
  private var texts: [UInt8] = []
  private var isAscending = true
  /// The last added text, stored once when it is repeated, as in thousands of cells.
  private var last: (text: String, place: Range<Int>)?
  /// The block being filled, and how much of it is used.
  private var block: CellBlock?
  private var usedCells = 0
  private var usedBytes = 0

  /// The size of a block in cells and bytes; larger where a single row needs it.
  private static let cellsOfBlock = 8_192
  private static let bytesOfBlock = 1 << 17

  /// Makes a writer; `strings` is the table for cells that refer to shared strings.
  init(_ strings: SharedStrings? = nil) { self.strings = strings }

  /// The number of cells added to the row so far.
  var count: Int { cells.count }

  mutating func add(_ value: CellValue, column: Int) {
    switch value {
    case .text(let text): add(text, isError: false, column)
    case .error(let literal): add(literal, isError: true, column)
    case .number(let number): add(PackedCell(number, column: column))
    case .shown(let shown): add(PackedCell(shown, column: column))
    case .uncalculated: add(PackedCell(uncalculatedAt: column))
    case .date(let date): add(PackedCell(date, column: column))
    case .boolean(let flag): add(PackedCell(flag, column: column))
    }
  }

  /// Adds a text of UTF-8 bytes.
  mutating func add(text: Bytes, column: Int) {
    last = nil
    add(PackedCell(append(text), isError: false, column: column))
  }

  /// Adds a shared string by its index, which must be valid.
  mutating func add(shared index: Int, column: Int) {
    add(PackedCell(shared: index, column: column))
  }

  /// Ends the row and returns its cells by column; of two in one column the later one is kept. The next
  /// row can follow.
  mutating func finish() -> Cells {
    defer { removeAll() }
    if cells.isEmpty { return Cells() }
    if !isAscending { sort() }
    let block = block(cells: cells.count, textBytes: texts.count)
    texts.withUnsafeBufferPointer { block.write(cells, at: usedCells, texts: $0, at: usedBytes) }
    defer {
      usedCells += cells.count
      usedBytes += texts.count
    }
    return Cells(usedCells..<(usedCells + cells.count), of: block)
  }

  /// A position in the row being built, to roll back to.
  struct Mark {
    fileprivate let cells: Int
    fileprivate let bytes: Int
  }

  var mark: Mark { Mark(cells: cells.count, bytes: texts.count) }

  /// Removes the cells added since `mark`.
  mutating func forget(since mark: Mark) {
    cells.removeLast(cells.count - mark.cells)
    texts.removeLast(texts.count - mark.bytes)
    last = nil
  }

  /// The number of bytes of the row's own texts so far.
  var textBytes: Int { texts.count }

  /// Adds the cells of another row of the same sheet.
  mutating func add(_ row: Cells) {
    for position in row.indices {
      let cell = row.packed(position)
      let column = Int(cell.column)
      switch cell.kind {
      case .shared: add(shared: cell.shared, column: column)
      case .text:
        row.withText(at: position) { text in
          text.withUnsafeBufferPointer { add(text: $0, column: column) }
        }
      default: add(row[position].value, column: column)
      }
    }
  }

  /// Clears the row, and frees its text buffer if it grew beyond a block.
  private mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: texts.count <= Self.bytesOfBlock)
    isAscending = true
    last = nil
  }

  private mutating func add(_ text: String, isError: Bool, _ column: Int) {
    if let last, last.text.hasSameBytes(as: text) {
      return add(PackedCell(last.place, isError: isError, column: column))
    }
    var utf8 = text
    let place = utf8.withUTF8 { append($0) }
    last = (text, place)
    add(PackedCell(place, isError: isError, column: column))
  }

  @inline(__always)
  private mutating func add(_ cell: PackedCell) {
    if let last = cells.last, last.column >= cell.column { isAscending = false }
    cells.append(cell)
  }

  private mutating func append(_ bytes: Bytes) -> Range<Int> {
    let start = texts.count
    texts.append(contentsOf: bytes)
    return start..<texts.count
  }

  private mutating func sort() {
    var last: [Int32: PackedCell] = [:]
    for cell in cells { last[cell.column] = cell }
    cells = last.values.sorted { $0.column < $1.column }
  }

  /// The current block, or a new one where the row does not fit.
  private mutating func block(cells: Int, textBytes: Int) -> CellBlock {
    if let block,
      block.hasRoom(cells: cells, after: usedCells, textBytes: textBytes, after: usedBytes)
    {
      return block
    }
    block?.close()
    // The first block is only as large as its row, which may be the only one.
    let isFirst = block == nil
    let made = CellBlock(
      cells: isFirst ? cells : max(cells, Self.cellsOfBlock),
      textBytes: textBytes == 0 || isFirst ? textBytes : max(textBytes, Self.bytesOfBlock),
      strings: strings)
    (block, usedCells, usedBytes) = (made, 0, 0)
    return made
  }
}

extension String {
  /// Whether two texts have the same bytes; canonical equivalence is not enough.
  fileprivate func hasSameBytes(as other: String) -> Bool {
    var (one, other) = (self, other)
    return one.withUTF8 { one in
      other.withUTF8 { other in
        one.count == other.count
          && (one.baseAddress == other.baseAddress || one.elementsEqual(other))
      }
    }
  }
}
