#if canImport(Glibc)
  import Glibc
#endif

/// Buffer management of the tokenizer.
extension XMLTokenizer {
  /// Moves the unconsumed bytes to the start of the buffer and reads more; false at the end.
  ///
  /// Invalidates every index into the buffer that is not relative to `position`.
  mutating func refill() throws(SpreadsheetError) -> Bool {
    if isAtEnd { return false }
    let rest = filled - position
    if position > 0 {
      memmove(buffer, buffer + position, rest)
      before += position
      position = 0
      filled = rest
    }
    if rest == capacity {
      guard rest < limits.textBytes else { throw exceeded(.textBytes) }
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      larger.update(from: buffer, count: rest)
      buffer.deallocate()
      buffer = larger
      capacity *= 2
    }
    let count = try source.read(into: buffer + filled, capacity: capacity - filled)
    filled += count
    isAtEnd = count == 0
    return count > 0
  }

  /// Whether this many bytes follow `position` in the buffer, after reading more if needed.
  mutating func has(_ count: Int) throws(SpreadsheetError) -> Bool {
    while filled - position < count {
      guard try refill() else { return false }
    }
    return true
  }

  /// Skips the UTF-8 byte order mark; converts a part in UTF-16, which is rare, to UTF-8 at once.
  mutating func readByteOrderMark() throws(SpreadsheetError) {
    guard try has(3) else { return }
    if buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { position = 3 }
    let isBigEndian = buffer[0] == 0xFE && buffer[1] == 0xFF
    guard isBigEndian || (buffer[0] == 0xFF && buffer[1] == 0xFE) else { return }
    var whole = Array(Bytes(start: buffer + 2, count: filled - 2))
    whole += try source.readAll()
    guard let text = TextDecoder.decode(whole, from: isBigEndian ? .utf16BE : .utf16LE) else {
      throw .damaged(part: source.part, .encoding)
    }
    source = .bytes(text, part: source.part, read: 0)
    filled = 0
  }

  /// Returns `finished`. Throws `damaged` when an element is open or there was none.
  func finish() throws(SpreadsheetError) -> Token {
    guard depth == 0, hadRoot else { throw malformed() }
    return .finished
  }
}
