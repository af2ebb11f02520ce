/// Converts UTF-16 that arrives in pieces to UTF-8; half a surrogate pair becomes U+FFFD.
struct UTF16Transcoder {
  /// A high surrogate whose second half is still to come; 0 when there is none.
  private var high = 0

  /// Adds characters of two bytes each.
  mutating func append(wide bytes: Bytes, to text: inout ByteBuffer) {
    for index in 0..<bytes.count / 2 { append(bytes.uint16(index * 2), to: &text) }
  }

  /// Adds characters below U+0100, of one byte each.
  mutating func append(narrow bytes: Bytes, to text: inout ByteBuffer) {
    finish(&text)
    if bytes.allSatisfy({ $0 < 0x80 }) { return text.append(bytes) }
    for byte in bytes { append(Int(byte), to: &text) }
  }

  /// Ends the text; half a pair at its end becomes U+FFFD.
  mutating func finish(_ text: inout ByteBuffer) {
    guard high != 0 else { return }
    high = 0
    Self.encode(0xFFFD, to: &text)
  }

  @inline(__always)
  private mutating func append(_ unit: Int, to text: inout ByteBuffer) {
    if high == 0, unit < 0xD800 || unit > 0xDFFF { return Self.encode(unit, to: &text) }
    appendSurrogate(unit, to: &text)
  }

  private mutating func appendSurrogate(_ unit: Int, to text: inout ByteBuffer) {
    switch unit {
    case 0xD800...0xDBFF:
      finish(&text)
      high = unit
    case 0xDC00...0xDFFF where high != 0:
      Self.encode(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &text)
      high = 0
    case 0xDC00...0xDFFF: Self.encode(0xFFFD, to: &text)
    default:
      finish(&text)
      Self.encode(unit, to: &text)
    }
  }

  @inline(__always)
  private static func encode(_ scalar: Int, to text: inout ByteBuffer) {
    func tail(_ shift: Int) -> UInt8 { UInt8(0x80 | scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80: text.append(UInt8(scalar))
    case ..<0x800:
      text.append(UInt8(0xC0 | scalar >> 6))
      text.append(tail(0))
    case ..<0x10000:
      text.append(UInt8(0xE0 | scalar >> 12))
      text.append(tail(6))
      text.append(tail(0))
    default:
      text.append(UInt8(0xF0 | scalar >> 18))
      text.append(tail(12))
      text.append(tail(6))
      text.append(tail(0))
    }
  }
}
