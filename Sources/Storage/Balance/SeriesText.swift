import Ledger

/// The format of a series in one column: `2026=120000 2026-01..03=5000`, money in 分.
enum SeriesText {
  static let separator = UInt8(ascii: " ")

  static func write(_ period: Period, _ amount: Int64, to text: inout ByteText) {
    text.append(period)
    text.append(byte: UInt8(ascii: "="))
    text.append(integer: amount)
  }

  /// Writes a key with a number, as in the column `reach`: `done.2026=3`.
  static func write(_ key: FieldKey, _ number: Int64, to text: inout ByteText) {
    ChangeText.write(key, to: &text)
    text.append(byte: UInt8(ascii: "="))
    text.append(integer: number)
  }

  /// The keys with the last month that their figures include; nil if the text is malformed.
  static func readReach(_ bytes: UnsafeBufferPointer<UInt8>) -> [(part: String, month: Int)]? {
    var parts: [(String, Int)] = []
    for pair in bytes.split(separator: separator) {
      guard let equals = pair.firstIndex(of: UInt8(ascii: "=")),
        let month = Int(String(decoding: pair[pair.index(after: equals)...], as: UTF8.self)),
        (1...12).contains(month)
      else { return nil }
      parts.append((String(decoding: pair[..<equals], as: UTF8.self), month))
    }
    return parts
  }
}
