/// Delimited text, converted to UTF-8, with its encoding and separator.
struct DelimitedText {
  let bytes: [UInt8]
  let encoding: String
  let separator: Character
  let limits: Limits
  /// The offset of the first record, after a line such as "sep=;".
  let start: Int
  /// The offsets of each U+FFFD that replaces undecodable bytes.
  let faults: [Int]

  init(_ bytes: [UInt8], limits: Limits) throws(SpreadsheetError) {
    let marked = TextEncoding.marked(bytes)
    let content = Array(bytes.dropFirst(marked?.mark ?? 0))
    let encodings = marked.map { [$0.encoding] } ?? TextEncoding.unmarked(content)
    guard let (encoding, decoded) = Self.decode(content, from: encodings) else {
      throw .unsupported(.binary)
    }
    self.bytes = decoded.text
    faults = decoded.faults
    guard !Self.isBinary(self.bytes) else { throw .unsupported(.binary) }
    if PrivateUse.fills(self.bytes) {
      let isBig5 = encoding == .gb18030 && TextDecoder.decode(content, from: .big5) != nil
      throw .unreadableText(likely: isBig5 ? TextEncoding.big5.rawValue : nil)
    }
    self.encoding = encoding.rawValue
    let separator = Separator.find(in: self.bytes)
    self.separator = Character(Unicode.Scalar(separator.byte))
    start = separator.start
    self.limits = limits
    // A single phrase, such as a mail server's notice in place of the file, is not a table.
    let isTable = self.bytes.contains { $0 == separator.byte || $0 == 0x0A || $0 == 0x0D }
    guard isTable else { throw .unsupported(.text) }
  }

  /// Decodes with the encoding that leaves the fewest bytes undecodable, the first of equals. Returns
  /// nil when these are more than three and more than one in a thousand.
  private static func decode(
    _ content: [UInt8], from encodings: [TextEncoding]
  ) -> (TextEncoding, TextDecoder.Decoded)? {
    if encodings.first == .utf8, TextEncoding.isUTF8(content) {
      return (.utf8, TextDecoder.Decoded(text: content))
    }
    var tolerated = max(3, content.count / 1_000)
    var best: (TextEncoding, TextDecoder.Decoded)?
    for encoding in encodings where tolerated >= 0 {
      guard let text = TextDecoder.decode(content, from: encoding, tolerating: tolerated) else {
        continue
      }
      best = (encoding, text)
      tolerated = text.faultyBytes - 1
    }
    return best
  }

  /// The most frequent number of separators per line, if three or more: that of a table's header.
  var separatorsOfLine: Int? {
    var counts: [Int: Int] = [:]
    let mark = separator.asciiValue ?? UInt8(ascii: ",")
    for line in bytes.prefix(1 << 16).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let count = line.count { $0 == mark }
      if count >= 3 { counts[count, default: 0] += 1 }
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// Whether more than one byte in a hundred is a control byte, which tables never have.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let controls = bytes.count { $0 < 0x09 || ($0 > 0x0D && $0 < 0x1B) || $0 == 0x7F }
    return controls > bytes.count / 100
  }
}
