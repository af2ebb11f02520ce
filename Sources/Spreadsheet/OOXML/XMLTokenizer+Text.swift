#if canImport(Glibc)
  import Glibc
#endif

extension XMLTokenizer {
  /// Reads the text of the element that has just started, through its end tag.
  ///
  /// Child elements are skipped. The bytes are valid until the next token.
  mutating func elementText() throws(SpreadsheetError) -> Bytes {
    if let plain = try plainText() { return plain }
    scratch.removeAll()
    let depth = depth
    while true {
      switch try next() {
      case .text: if self.depth == depth { try appendText() }
      case .start: try skipElement()
      case .end: return scratch.bytes
      case .finished: throw malformed()
      }
    }
  }

  /// Skips the remainder of the element that has just started.
  mutating func skipElement() throws(SpreadsheetError) {
    let target = depth - 1
    while true {
      switch try next() {
      case .end: if depth == target { return }
      case .finished: throw malformed()
      case .start, .text: break
      }
    }
  }

  /// Appends the current text to `scratch`, with references decoded and line ends as LF.
  mutating func appendText() throws(SpreadsheetError) {
    let text = bytes(rawText)
    guard scratch.count + text.count <= limits.textBytes else { throw exceeded(.textBytes) }
    if textIsLiteral {
      scratch.append(text)
    } else {
      guard XMLText.decode(text, into: &scratch) else { throw malformed() }
    }
  }

  /// Raw bytes as text with references decoded. Throws `damaged` for an invalid reference.
  func string(_ bytes: Bytes) throws(SpreadsheetError) -> String {
    var decoded = ByteBuffer()
    guard XMLText.decode(bytes, into: &decoded) else { throw malformed() }
    return String(decoding: decoded.bytes, as: UTF8.self)
  }

  /// Returns text without copying in the common case: it needs no decoding, and the end tag follows in
  /// the buffer.
  private mutating func plainText() throws(SpreadsheetError) -> Bytes? {
    guard !endIsPending else { return nil }
    let start = position
    let rest = filled - start
    guard let less = memchr(buffer + start, Int32(UInt8(ascii: "<")), rest) else { return nil }
    let end = UnsafeMutableRawPointer(buffer).distance(to: less)
    guard filled - end > 3, buffer[end + 1] == UInt8(ascii: "/"),
      memchr(buffer + end, Int32(UInt8(ascii: ">")), filled - end) != nil
    else { return nil }
    let text = Bytes(start: buffer + start, count: end - start)
    for byte in text where byte == UInt8(ascii: "&") || byte == 0x0D { return nil }
    guard text.count <= limits.textBytes else { throw exceeded(.textBytes) }
    position = end
    _ = try next()
    return text
  }
}
