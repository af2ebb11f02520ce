import Ledger

/// A buffer of canonical text: UTF-8 bytes in which tab, line break and backslash are escaped, so that they can
/// separate.
struct ByteText: Sendable {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let backslash = UInt8(ascii: "\\")
  private static let comma = UInt8(ascii: ",")

  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  /// Appends text unchanged.
  mutating func append(plain text: String) { append(plain: text.utf8.span) }

  mutating func append(plain text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends bytes unchanged.
  mutating func append(plain more: Span<UInt8>) {
    more.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  /// Appends a copy of a range of its own bytes.
  mutating func repeatBytes(_ range: Range<Int>) { bytes.append(contentsOf: bytes[range]) }

  /// Appends bytes, escaped.
  mutating func append(escaped more: Span<UInt8>) {
    append(plain: more)
    if Self.isSpecial(more) { escape(from: bytes.count - more.count) }
  }

  /// Appends text, escaped.
  mutating func append(escaped text: String) { append(escaped: text.utf8.span) }

  /// Appends texts as a canonical list: joined by commas, with commas and backslashes inside escaped.
  mutating func append(list texts: [String]) {
    guard texts.allSatisfy({ !Self.isSpecialInList($0.utf8.span) }) else {
      return append(plain: Value.list(texts).canonical)
    }
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(Self.comma) }
      append(plain: text)
    }
  }

  /// Appends texts as a canonical list, escaped.
  mutating func append(escapedList texts: [String]) {
    let start = bytes.count
    append(list: texts)
    if Self.isSpecial(bytes.span.extracting(start...)) { escape(from: start) }
  }

  /// Calls `body` with the bytes, without copying them.
  func withBytes<T>(_ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows -> T {
    try bytes.withUnsafeBufferPointer(body)
  }

  /// Appends an integer in decimal.
  mutating func append(integer: Int64) {
    if integer < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = integer.magnitude
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var first = digits.count
    repeat {
      first -= 1
      digits[first] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    append(plain: digits.span.extracting(first...))
  }

  private mutating func escape(from start: Int) {
    let plain = Array(bytes[start...])
    bytes.removeSubrange(start...)
    for byte in plain {
      switch byte {
      case Self.tab: append(plain: "\\t" as StaticString)
      case Self.newline: append(plain: "\\n" as StaticString)
      case Self.backslash: append(plain: "\\\\" as StaticString)
      default: bytes.append(byte)
      }
    }
  }

  /// Whether any byte must be escaped. The loop has no branch, so that it vectorizes.
  private static func isSpecial(_ bytes: Span<UInt8>) -> Bool {
    var least = UInt8.max
    for index in bytes.indices {
      least = min(least, bytes[index] ^ tab, bytes[index] ^ newline, bytes[index] ^ backslash)
    }
    return least == 0
  }

  /// The same for an element of a list, before the list is escaped.
  private static func isSpecialInList(_ bytes: Span<UInt8>) -> Bool {
    var least = UInt8.max
    for index in bytes.indices {
      least = min(least, bytes[index] ^ comma, bytes[index] ^ backslash)
    }
    return least == 0
  }

  /// The text of escaped bytes.
  static func unescape(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    let bytes = UnsafeBufferPointer(rebasing: bytes)
    guard bytes.contains(backslash) else { return String(decoding: bytes, as: UTF8.self) }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        switch byte {
        case UInt8(ascii: "t"): plain.append(tab)
        case UInt8(ascii: "n"): plain.append(newline)
        default: plain.append(byte)
        }
        isEscaped = false
      } else if byte == backslash {
        isEscaped = true
      } else {
        plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
