/// The cells of a row, packed in a block with those of other rows; each value is made on access.
package struct Cells: Sendable {
  let block: CellBlock?
  private let start: UInt32
  private let length: UInt32

  package init() { (block, start, length) = (nil, 0, 0) }

  /// The cells at some positions of a block.
  init(_ places: Range<Int>, of block: CellBlock) {
    self.block = block
    start = UInt32(places.lowerBound)
    length = UInt32(places.count)
  }

  package var count: Int { Int(length) }
  package var isEmpty: Bool { length == 0 }

  /// The column of a cell, counted from 0.
  @inline(__always)
  package func column(at position: Int) -> Int { Int(packed(position).column) }

  /// The last column with a cell; -1 when there is none.
  package var lastColumn: Int { isEmpty ? -1 : column(at: count - 1) }

  /// Calls `body` with the UTF-8 of a text as in the file; returns nil for any other value.
  @inline(__always)
  package func withText<Result>(at position: Int, _ body: (Span<UInt8>) -> Result) -> Result? {
    let cell = packed(position)
    guard cell.kind == .shared || cell.kind == .text, let block else { return nil }
    return body(block.text(of: cell).span)
  }

  /// Whether a cell holds a text.
  package func isText(at position: Int) -> Bool {
    let kind = packed(position).kind
    return kind == .shared || kind == .text
  }

  /// The table that cells of kind `shared` refer to.
  var strings: SharedStrings? { block?.strings }

  /// The cells without the last one.
  func droppingLast() -> Cells {
    guard let block, length > 1 else { return Cells() }
    return Cells(Int(start)..<Int(start + length - 1), of: block)
  }

  /// The number of bytes of all texts.
  var textBytes: Int {
    var bytes = 0
    for position in indices {
      let cell = packed(position)
      switch cell.kind {
      case .shared: bytes += block?.strings?.length(at: cell.shared) ?? 0
      case .text: bytes += cell.place.count
      default: break
      }
    }
    return bytes
  }

  /// Adds all values to a checksum.
  func add(to sum: inout Checksum) {
    guard let block else { return }
    for position in indices {
      let cell = packed(position)
      switch cell.kind {
      case .shared, .text: sum.add("t", block.text(of: cell))
      case .error: sum.add("e", block.text(of: cell))
      case .number, .shown: sum.add("n", cell.number)
      case .uncalculated: sum.add("f", "")
      case .date1900, .date1904: sum.add("d", cell.number)
      case .boolean: sum.add("b", cell.flag ? "1" : "0")
      }
    }
  }

  @inline(__always)
  func packed(_ position: Int) -> PackedCell {
    precondition(position >= 0 && position < Int(length), "a cell that the row does not have")
    // Only an empty row has no block.
    return block.unsafelyUnwrapped[Int(start) + position]
  }
}

extension Cells: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { Int(length) }

  package subscript(position: Int) -> Cell {
    let cell = packed(position)
    return Cell(column: Int(cell.column), value: block.unsafelyUnwrapped.value(of: cell))
  }

  /// Makes a row from cells in any order; of two in one column the later one is kept.
  package init(_ cells: some Sequence<Cell>) {
    var writer = RowWriter()
    for cell in cells { writer.add(cell.value, column: cell.column) }
    self = writer.finish()
  }
}

extension Cells: Hashable, ExpressibleByArrayLiteral {
  package init(arrayLiteral cells: Cell...) { self.init(cells) }

  package static func == (one: Cells, other: Cells) -> Bool { one.elementsEqual(other) }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for cell in self { hasher.combine(cell) }
  }
}
