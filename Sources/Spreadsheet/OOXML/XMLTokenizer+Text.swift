#if canImport(Glibc)
  import Glibc
#endif

extension XMLTokenizer {
  /// Reads the text of the element that has just started, up to and with its end.
  ///
  /// Elements inside are skipped. The bytes are good until the next token.
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

  /// Skips the rest of the element that has just started.
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

  /// Adds the current text to the scratch bytes, its references replaced and its line ends LF.
  mutating func appendText() throws(SpreadsheetError) {
    let text = bytes(rawText)
    guard scratch.count + text.count <= limits.textBytes else { throw exceeded(.textBytes) }
    if textIsLiteral {
      scratch.append(text)
    } else {
      guard XMLText.decode(text, into: &scratch) else { throw malformed() }
    }
  }

  /// Text from bytes as written, its references replaced.
  func string(_ bytes: Bytes) throws(SpreadsheetError) -> String {
    var decoded = ByteBuffer()
    guard XMLText.decode(bytes, into: &decoded) else { throw malformed() }
    return String(decoding: decoded.bytes, as: UTF8.self)
  }

  /// The common case without a copy: text that needs no change, with the end tag right behind it
  /// and both in the buffer.
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
