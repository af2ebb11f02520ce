/// Delimited text in UTF-8, its encoding and its separator known.
struct DelimitedText {
  let bytes: [UInt8]
  let encoding: String
  let separator: Character
  let limits: Limits
  /// Where the first record starts, behind a line such as "sep=;".
  let start: Int
  /// Where a U+FFFD stands for bytes that mean nothing.
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
    // A lone phrase, such as a mail server's notice in place of the file, is no table.
    let isTable = self.bytes.contains { $0 == separator.byte || $0 == 0x0A || $0 == 0x0D }
    guard isTable else { throw .unsupported(.text) }
  }

  /// The text in the encoding in which the fewest bytes mean nothing, the first of several; nil when there
  /// are more than three such bytes, and more than one in a thousand.
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

  /// How many separators most lines have, if they have three or more: those of a table's header.
  var separatorsOfLine: Int? {
    var counts: [Int: Int] = [:]
    let mark = separator.asciiValue ?? UInt8(ascii: ",")
    for line in bytes.prefix(1 << 16).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let count = line.count { $0 == mark }
      if count >= 3 { counts[count, default: 0] += 1 }
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  /// Whether control bytes make up more than one in a hundred, as they never do in a table.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let controls = bytes.count { $0 < 0x09 || ($0 > 0x0D && $0 < 0x1B) || $0 == 0x7F }
    return controls > bytes.count / 100
  }
}
