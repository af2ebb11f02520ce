#if canImport(Glibc)
  import Glibc
#endif

/// Reading of text, comments and CDATA sections.
extension XMLTokenizer {
  /// Reads text up to the next markup; false for white space outside the root. Throws `damaged` for
  /// other text there.
  mutating func text() throws(SpreadsheetError) -> Bool {
    var checked = 0
    while true {
      let rest = filled - position - checked
      if let found = memchr(buffer + position + checked, Int32(UInt8(ascii: "<")), rest) {
        let end = UnsafeMutableRawPointer(buffer).distance(to: found)
        rawText = Slice(start: position, count: end - position)
        break
      }
      checked = filled - position
      if try !refill() {
        rawText = Slice(start: position, count: filled - position)
        break
      }
    }
    guard depth > 0 else {
      guard bytes(rawText).allSatisfy({ $0 <= 0x20 }) else { throw malformed() }
      position += rawText.count
      return false
    }
    position += rawText.count
    textIsLiteral = false
    return true
  }

  /// Skips a comment (false) or reads a CDATA section as text (true). Throws `damaged` for a DOCTYPE.
  mutating func declaration() throws(SpreadsheetError) -> Bool {
    if try starts(with: "<!--") {
      _ = try skip(past: "-->", from: 4)
      return false
    }
    guard try starts(with: "<![CDATA["), depth > 0 else {
      if try starts(with: "<!DOCTYPE") { throw .damaged(part: source.part, .documentType) }
      throw malformed()
    }
    let whole = try skip(past: "]]>", from: 9)
    rawText = Slice(start: whole.start + 9, count: whole.count - 12)
    textIsLiteral = true
    return true
  }

  private mutating func starts(with word: StaticString) throws(SpreadsheetError) -> Bool {
    guard try has(word.utf8CodeUnitCount) else { return false }
    return memcmp(buffer + position, word.utf8Start, word.utf8CodeUnitCount) == 0
  }

  /// Skips past a closing mark and returns the slice of all that was skipped.
  mutating func skip(
    past mark: StaticString, from start: Int
  ) throws(SpreadsheetError) -> Slice {
    let length = mark.utf8CodeUnitCount
    var checked = start
    while true {
      // Every mark ends in ">", which is rare inside.
      let rest = filled - position - checked
      guard rest > 0,
        let found = memchr(buffer + position + checked, Int32(UInt8(ascii: ">")), rest)
      else {
        checked = max(start, filled - position)
        guard try refill() else { throw malformed() }
        continue
      }
      let end = UnsafeMutableRawPointer(buffer).distance(to: found) + 1
      if end - position >= start + length,
        memcmp(buffer + end - length, mark.utf8Start, length) == 0
      {
        let whole = Slice(start: position, count: end - position)
        position = end
        return whole
      }
      checked = end - position
    }
  }
}
