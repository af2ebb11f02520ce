/// A row being prepared: integers, and texts in one buffer, so that binding copies nothing.
struct RowDraft {
  private enum Slot {
    case null
    case integer(Int64)
    case text(start: Int, end: Int)
  }

  private var slots: [Slot]
  private var text = ByteText()

  init(columns: Int) { slots = Array(repeating: .null, count: columns) }

  /// Empties the row for the next one.
  mutating func clear() {
    for index in slots.indices { slots[index] = .null }
    text.removeAll()
  }

  mutating func set(_ column: Int, integer: Int64) { slots[column] = .integer(integer) }

  /// Writes a column's text; what is written to a column that was the last one written continues it.
  mutating func set(_ column: Int, separator: UInt8?, _ write: (inout ByteText) -> Void) {
    var start = text.count
    if case .text(let earlier, _) = slots[column] {
      start = earlier
      if let separator { text.append(byte: separator) }
    }
    write(&text)
    slots[column] = .text(start: start, end: text.count)
  }

  /// Runs a statement whose parameters are the columns in order.
  func run(_ statement: Statement) throws {
    try text.bytes.withUnsafeBufferPointer { bytes in
      for (index, slot) in slots.enumerated() {
        let parameter = Int32(index + 1)
        switch slot {
        case .null: statement.bindNull(at: parameter)
        case .integer(let integer): statement.bind(integer, at: parameter)
        case .text(let start, let end):
          statement.bindUnowned(UnsafeBufferPointer(rebasing: bytes[start..<end]), at: parameter)
        }
      }
      try statement.run()
    }
  }
}
