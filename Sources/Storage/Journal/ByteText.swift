import Ledger

/// Canonical text as it is written: bytes of UTF-8, with tab, line break and backslash escaped
/// so that these can separate.
struct ByteText: Sendable {
  static let tab = UInt8(ascii: "\t")
  static let newline = UInt8(ascii: "\n")
  static let backslash = UInt8(ascii: "\\")
  private static let comma = UInt8(ascii: ",")

  private(set) var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  /// Adds text as it stands.
  mutating func append(plain text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(plain text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(bytes more: [UInt8]) { bytes.append(contentsOf: more) }

  /// Adds bytes, escaped.
  mutating func append(escaped more: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: more)
    if more.contains(where: Self.isSpecial) { escape(from: start) }
  }

  /// Adds text, escaped.
  mutating func append(escaped text: String) {
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      bytes.append(contentsOf: utf8)
      return !utf8.contains(where: Self.isSpecial)
    }
    if !isPlain { escape(from: bytes.count - text.utf8.count) }
  }

  /// Adds texts as their canonical list: joined by commas, a comma or backslash inside escaped.
  mutating func append(list texts: [String]) {
    let isPlain = texts.allSatisfy { text in
      !text.utf8.contains { $0 == Self.comma || $0 == Self.backslash }
    }
    guard isPlain else { return append(plain: Value.list(texts).canonical) }
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes.append(Self.comma) }
      append(plain: text)
    }
  }

  /// Adds texts as their canonical list, escaped.
  mutating func append(escapedList texts: [String]) {
    let start = bytes.count
    append(list: texts)
    if bytes[start...].contains(where: Self.isSpecial) { escape(from: start) }
  }

  /// The bytes where they stand.
  func withBytes<T>(_ body: (UnsafeBufferPointer<UInt8>) throws -> T) rethrows -> T {
    try bytes.withUnsafeBufferPointer(body)
  }

  /// Adds an integer in decimal.
  mutating func append(integer: Int64) {
    if integer < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = integer.magnitude
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    var (left, right) = (start, bytes.count - 1)
    while left < right {
      bytes.swapAt(left, right)
      left += 1
      right -= 1
    }
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

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == tab || byte == newline || byte == backslash
  }

  /// The text that escaped bytes stand for.
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
