import Ledger

/// Lays out rows as the bytes of a block.
struct RowBlockWriter {
  /// Room for the block, of which the first `count` bytes are written.
  private var room: [UInt8] = []
  /// Long texts, which stand beside the bytes.
  private var texts: [String] = []
  /// How many bytes the block has so far.
  private(set) var count = 0

  /// From how many bytes on a block is closed: small enough that it is not kept for long for a few rows.
  static let enough = 1 << 16

  /// Adds a row; the values stand in the order in which their places are given.
  mutating func add(_ values: [ParsedValue], in order: [Int]) {
    let most = order.reduce(4) { $0 + 5 + Self.mostBytes(of: values[$1]) }
    if room.count < count + most {
      room += repeatElement(0, count: max(count + most, Self.enough * 9 / 8) - room.count)
    }
    count = room.withUnsafeMutableBytes { bytes in
      var writer = ByteWriter(bytes, at: count, texts: texts)
      writer.put(UInt32(truncatingIfNeeded: order.count))
      for index in order { writer.put(values[index].key.field.rawValue) }
      var places = writer
      writer.position += order.count * 4
      for index in order {
        places.put(UInt32(truncatingIfNeeded: writer.position))
        writer.put(values[index])
      }
      texts = writer.texts
      return writer.position
    }
  }

  /// The block of the rows so far; the next ones begin another.
  mutating func close() -> RowBlock {
    defer { (count, texts) = (0, []) }
    return RowBlock(Array(room[..<count]), texts)
  }

  /// More bytes than a value has.
  private static func mostBytes(of value: ParsedValue) -> Int {
    // Mark, key, column and row, number or length.
    let frame = 1 + 8 + 5 + 5 + 10
    let raw = value.raw.map(mostBytes) ?? 0
    switch value.value {
    case .text(let text), .reference(let text): return frame + raw + mostBytes(of: text)
    case .money, .quantity, .date, .flag: return frame + raw
    case .references(let texts), .list(let texts):
      return frame + raw + texts.reduce(0) { $0 + mostBytes(of: $1) }
    case .membership, .matter: return frame + raw + mostBytes(of: value.value.canonical)
    }
  }

  private static func mostBytes(of text: String) -> Int {
    5 + min(text.utf8.count, RowBlock.longestText)
  }
}

/// Writes bytes into room that is there.
private struct ByteWriter {
  private let bytes: UnsafeMutableRawBufferPointer
  var position: Int
  private(set) var texts: [String]

  init(_ bytes: UnsafeMutableRawBufferPointer, at position: Int, texts: consuming [String]) {
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
    text.withUTF8 { utf8 in
      put(number: UInt64(utf8.count) << 1)
      bytes[position...].copyBytes(from: utf8)
      position += utf8.count
    }
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
