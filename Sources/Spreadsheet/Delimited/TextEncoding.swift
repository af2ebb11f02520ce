/// An encoding of delimited text, by its name in iconv and at IANA.
enum TextEncoding: String {
  case utf8 = "UTF-8"
  case utf16LE = "UTF-16LE"
  case utf16BE = "UTF-16BE"
  case utf32LE = "UTF-32LE"
  case utf32BE = "UTF-32BE"
  /// The national standard that contains GBK and GB 2312; Chinese Excel saves CSV in it.
  case gb18030 = "GB18030"
  /// Traditional Chinese, detected but not read: its byte pairs may all be valid GB 18030 too.
  case big5 = "BIG5"
  case windows1252 = "WINDOWS-1252"

  /// The encoding stated by a byte order mark, and the mark's length.
  static func marked(_ bytes: [UInt8]) -> (encoding: TextEncoding, mark: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32LE, 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32BE, 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LE, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BE, 2) }
    return nil
  }

  /// The possible encodings of text without a mark, the likeliest first. UTF-16 is detected by its zero bytes.
  static func unmarked(_ bytes: [UInt8]) -> [TextEncoding] {
    if let wide = utf16(bytes.prefix(4096)) { return [wide] }
    if !isUTF8(bytes), isWestern(bytes) { return [.windows1252] }
    return [.utf8, .gb18030]
  }

  /// Detects UTF-16 by its zero bytes: line ends, tabs and commas have one, and byte-swapped they would
  /// be characters that lists do not use. Other zeros are weaker evidence: 一 is 4E00.
  private static func utf16(_ head: ArraySlice<UInt8>) -> TextEncoding? {
    var zeros = (first: 0, second: 0)
    var separators = (first: 0, second: 0)
    var index = head.startIndex
    while index + 1 < head.endIndex {
      let (first, second) = (head[index], head[index + 1])
      if first == 0 { zeros.first += 1 }
      if second == 0 { zeros.second += 1 }
      if first == 0, isSeparator(second) { separators.first += 1 }
      if second == 0, isSeparator(first) { separators.second += 1 }
      index += 2
    }
    guard zeros.first + zeros.second > head.count / 100, head.count >= 4 else { return nil }
    if separators.first > 0, separators.second == 0 { return .utf16BE }
    if separators.second > 0, separators.first == 0 { return .utf16LE }
    if zeros.second == 0 { return .utf16BE }
    return zeros.first == 0 ? .utf16LE : nil
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    [0x09, 0x0A, 0x0D, 0x2C].contains(byte)
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  /// Whether all bytes beyond ASCII are single accented letters. A character of GB 2312 has two bytes above A0.
  private static func isWestern(_ bytes: [UInt8]) -> Bool {
    var index = 0
    var letters = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      if next >= 0x80 || bytes[index] < 0xC0 { return false }
      letters += 1
      index += 1
    }
    return letters > 0
  }
}
