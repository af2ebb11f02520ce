import Ledger

/// Writes bytes into a preallocated buffer.
struct ByteWriter {
  private let bytes: UnsafeMutableRawBufferPointer
  var position: Int
  private(set) var texts: [String]

  init(
    _ bytes: UnsafeMutableRawBufferPointer, at position: Int, texts: consuming [String] = []
  ) {
    self.bytes = bytes
    self.position = position
    self.texts = texts
  }

  mutating func put(_ value: ParsedValue) {
    put(ValueMark(of: value).byte)
    if !value.key.isWhole { put(value.key.bits) }
    if let column = value.column { put(number: UInt64(column)) }
    if let row = value.cellRow { put(number: UInt64(row)) }
    switch value.value {
    case .text(let text), .reference(let text): put(text)
    case .money(let money): put(signed: money.fen)
    case .quantity(let quantity): put(signed: quantity.tenThousandths)
    case .date(let date): put(number: UInt64(date.code))
    case .flag(let flag): put(number: flag ? 1 : 0)
    case .references(let texts), .list(let texts):
      put(number: UInt64(texts.count))
      for text in texts { put(text) }
    case .membership, .matter: put(value.value.canonical)
    }
    if let raw = value.raw { put(raw) }
  }

  /// Puts a cell's text of at most `RowBlock.longestText` bytes.
  mutating func put(text: Span<UInt8>, column: Int) {
    put(ValueMark.plainText.byte)
    put(number: UInt64(column))
    put(text)
  }

  mutating func put<Number: FixedWidthInteger>(_ number: Number) {
    bytes.storeBytes(of: number.littleEndian, toByteOffset: position, as: Number.self)
    position += MemoryLayout<Number>.size
  }

  private mutating func put(_ text: String) {
    if text.utf8.count > RowBlock.longestText {
      put(number: UInt64(texts.count) << 1 | 1)
      texts.append(text)
      return
    }
    var text = text
    text.withUTF8 { put($0.span) }
  }

  private mutating func put(_ text: Span<UInt8>) {
    put(number: UInt64(text.count) << 1)
    text.withUnsafeBufferPointer { bytes[position...].copyBytes(from: $0) }
    position += text.count
  }

  private mutating func put(signed number: Int64) {
    put(number: UInt64(bitPattern: number << 1 ^ number >> 63))
  }

  private mutating func put(number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      put(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    put(UInt8(truncatingIfNeeded: rest))
  }
}
