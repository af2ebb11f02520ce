/// Converts `?` parameters, in the order in which they occur, to PostgreSQL's numbered ones.
enum NumberedParameters {
  /// Returns a statement with `$1`, `$2` … in place of `?`, and their number. Strings and comments are unchanged.
  static func numbered(_ sql: String) -> (sql: String, count: Int) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sql.utf8.count + 16)
    var count = 0
    /// The byte that ends the current string, quoted name or comment.
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
