import Ledger

/// Reads a value from the bytes of a block.
struct ValueReader {
  private let bytes: UnsafeRawBufferPointer
  private let texts: [String]
  private let field: UInt8
  let mark: ValueMark
  private var position: Int

  /// Starts at the mark of a value of a field.
  init(_ bytes: UnsafeRawBufferPointer, _ texts: [String], at position: Int, field: UInt8) {
    self.bytes = bytes
    self.texts = texts
    self.field = field
    mark = ValueMark(byte: bytes[position])
    self.position = position + 1
  }

  /// Reads the key; call it first.
  mutating func key() -> FieldKey {
    guard mark.hasKey else { return FieldKey(Self.fields[Int(field)]) }
    defer { position += 8 }
    let bits = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
    return FieldKey(bits: UInt64(littleEndian: bits))
  }

  /// Reads the value alone; call nothing else.
  mutating func value() -> Value {
    if mark.hasKey { position += 8 }
    _ = place()
    return content()
  }

  /// Calls `body` with the UTF-8 of the value, if it is a text; call nothing else.
  mutating func withText<T>(_ body: (UnsafeBufferPointer<UInt8>) -> T) -> T? {
    guard mark.kind == .text else { return nil }
    if mark.hasKey { position += 8 }
    _ = place()
    let number = number()
    if number & 1 == 1 {
      var text = texts[Int(number >> 1)]
      return text.withUTF8(body)
    }
    let utf8 = bytes[position..<(position + Int(number >> 1))]
    return UnsafeRawBufferPointer(rebasing: utf8).withMemoryRebound(to: UInt8.self, body)
  }

  /// Adds the value to a digest; call nothing else.
  mutating func add(_ key: FieldKey, to digest: inout StatementDigest) {
    if mark.hasKey { position += 8 }
    _ = place()
    switch mark.kind {
    case .text, .reference:
      let length = number()
      if length & 1 == 1 {
        digest.add(key, .text(texts[Int(length >> 1)]))
      } else {
        digest.add(
          key,
          text: UnsafeRawBufferPointer(
            rebasing: bytes[position..<(position + Int(length >> 1))]
          ).assumingMemoryBound(to: UInt8.self).span)
      }
    case .money, .quantity: digest.add(key, word: UInt64(bitPattern: signed()))
    case .date, .flag: digest.add(key, word: number())
    case .references, .list, .canonical: digest.add(key, content())
    }
  }

  /// Reads everything after the key; call `key()` first.
  mutating func parsed(_ key: FieldKey) -> ParsedValue {
    let (column, row) = place()
    let value = content()
    return ParsedValue(
      key: key, value: value, column: column, cellRow: row, raw: mark.hasRaw ? text() : nil)
  }

  private mutating func place() -> (column: Int?, row: Int?) {
    let column = mark.hasColumn ? Int(number()) : nil
    return (column, mark.hasRow ? Int(number()) : nil)
  }

  private mutating func content() -> Value {
    switch mark.kind {
    case .text: return .text(text())
    case .money: return .money(Money(fen: signed()))
    case .quantity: return .quantity(Quantity(tenThousandths: signed()))
    case .date: return .date(PartialDate(code: UInt32(truncatingIfNeeded: number())))
    case .flag: return .flag(number() != 0)
    case .reference: return .reference(text())
    case .references: return .references(list())
    case .list: return .list(list())
    case .canonical:
      let text = text()
      return Value(canonical: text, kind: Self.fields[Int(field)].kind) ?? .text(text)
    }
  }

  private mutating func list() -> [String] { (0..<Int(number())).map { _ in text() } }

  private mutating func text() -> String {
    let number = number()
    if number & 1 == 1 { return texts[Int(number >> 1)] }
    let count = Int(number >> 1)
    defer { position += count }
    return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
  }

  private mutating func signed() -> Int64 {
    let number = number()
    return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
  }

  private mutating func number() -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }

  private static let fields = Field.allCases
}
