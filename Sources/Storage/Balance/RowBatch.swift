import Engine

/// Rows being prepared for one table: integers, and texts in one buffer, so that binding copies nothing.
struct RowBatch: Sendable {
  private enum Slot {
    case null
    case integer(Int64)
    /// A range of the batch's text.
    case text(start: Int, end: Int)
  }

  private let columns: Int
  private var slots: [Slot] = []
  private var text = ByteText()
  /// The index in `slots` at which the current row begins.
  private var row = 0

  init(columns: Int) { self.columns = columns }

  var count: Int { slots.count / columns }

  /// Empties the batch for reuse.
  mutating func clear() {
    slots.removeAll(keepingCapacity: true)
    text.removeAll()
  }

  /// Begins a row; unset columns are NULL.
  mutating func beginRow() {
    row = slots.count
    slots.append(addingCapacity: columns) { $0.append(repeating: .null, count: columns) }
  }

  mutating func set(_ column: Int, integer: Int64) { slots[row + column] = .integer(integer) }

  mutating func set(_ column: Int, text more: String) { set(column, text: more.utf8.span) }

  mutating func set(_ column: Int, text more: Span<UInt8>) {
    let start = text.count
    text.append(plain: more)
    slots[row + column] = slot(from: start)
  }

  /// Writes a column's text; a second call for the column appends to it.
  mutating func set(_ column: Int, separator: UInt8?, _ write: (inout ByteText) -> Void) {
    var start = text.count
    if case .text(let earlier, let end) = slots[row + column] {
      if end == text.count {
        start = earlier
      } else {
        // Another column was written in between.
        text.repeatBytes(earlier..<end)
      }
      if let separator { text.append(byte: separator) }
    }
    write(&text)
    slots[row + column] = slot(from: start)
  }

  private func slot(from start: Int) -> Slot {
    .text(start: start, end: text.count)
  }

  /// Adds every row to a table with these columns in order.
  func add(by insertion: any Insertion) throws {
    try text.withBytes { bytes in
      try insertion.run(count) { row, statement, before in
        bind(row, of: bytes, to: statement, after: before)
      }
    }
  }

  /// The index of a row that equals the statement's row byte by byte; nil if none does.
  func row(equalTo statement: any Statement) -> Int? {
    (0..<count).first { row in
      (0..<columns).allSatisfy { column in
        switch slots[row * columns + column] {
        case .null: statement.isNull(Int32(column))
        case .integer(let integer): statement.holds(integer, at: Int32(column))
        case .text(let start, let end):
          text.withBytes { statement.holds($0[start..<end], at: Int32(column)) }
        }
      }
    }
  }

  /// Binds the values of a row that are not NULL, to parameters that are NULL so far.
  private func bind(
    _ row: Int, of bytes: UnsafeBufferPointer<UInt8>, to statement: any Binding,
    after before: Int32
  ) {
    for column in 0..<columns {
      let parameter = before + Int32(column) + 1
      switch slots[row * columns + column] {
      case .null: break
      case .integer(let integer): statement.bind(integer, at: parameter)
      case .text(let start, let end):
        statement.bindUnowned(
          UnsafeBufferPointer(rebasing: bytes[start..<end]), at: parameter)
      }
    }
  }
}
