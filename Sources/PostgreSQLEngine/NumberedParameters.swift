/// The engines' SQL has `?` for its parameters in the order in which they stand; here they have numbers.
enum NumberedParameters {
  /// A statement with `$1`, `$2` … in place of `?`, and how many there are. Texts and comments stay as they are.
  static func numbered(_ sql: String) -> (sql: String, count: Int) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sql.utf8.count + 16)
    var count = 0
    /// What ends the text, name or comment that is being passed.
    var end: UInt8?
    var last: UInt8 = 0
    for byte in sql.utf8 {
      if let ending = end {
        if byte == ending { end = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        end = byte
      } else if byte == UInt8(ascii: "-"), last == UInt8(ascii: "-") {
        end = UInt8(ascii: "\n")
      } else if byte == UInt8(ascii: "?") {
        count += 1
        bytes.append(contentsOf: "$\(count)".utf8)
        last = byte
        continue
      }
      bytes.append(byte)
      last = byte
    }
    return (String(decoding: bytes, as: UTF8.self), count)
  }
}
