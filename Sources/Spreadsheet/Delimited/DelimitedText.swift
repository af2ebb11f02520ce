/// Delimited text in UTF-8, its encoding and its separator known.
struct DelimitedText {
  let bytes: [UInt8]
  let encoding: String
  let separator: Character
  let limits: Limits
  /// Where the first record starts, behind a line such as "sep=;".
  let start: Int

  init(_ bytes: [UInt8], limits: Limits) throws(SpreadsheetError) {
    let marked = TextEncoding.marked(bytes)
    let encoding = marked?.encoding ?? TextEncoding.unmarked(bytes)
    let content = Array(bytes.dropFirst(marked?.mark ?? 0))
    if encoding == .utf8 {
      guard marked == nil || TextEncoding.isUTF8(content) else {
        throw .damaged(part: nil, .encoding)
      }
      self.bytes = content
    } else {
      guard let decoded = TextDecoder.decode(content, from: encoding) else {
        throw .unsupported(.binary)
      }
      self.bytes = decoded
    }
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

  /// Whether control bytes make up more than one in a hundred, as they never do in a table.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    let controls = bytes.count { $0 < 0x09 || ($0 > 0x0D && $0 < 0x1B) || $0 == 0x7F }
    return controls > bytes.count / 100
  }
}
