#if canImport(Glibc)
  import Glibc
#endif

/// Pulls the tokens of an XML document out of UTF-8 bytes, one at a time and without copying them.
///
/// It reads what office programs write: elements, attributes, text, CDATA, comments, processing
/// instructions. A DOCTYPE is refused, so there are no entities but the five of XML. Prefixes are
/// dropped: elements are told apart by local name and place. Well-formedness is checked as far as
/// it protects: end tags match, one root, nothing after it, no end in the middle.
struct XMLTokenizer: ~Copyable {
  /// What was found.
  enum Token {
    case start, end, text, finished
  }

  var source: ByteSource
  let limits: Limits
  var buffer: UnsafeMutablePointer<UInt8>
  var capacity: Int
  /// Where the next token starts.
  var position = 0
  /// How many bytes of the buffer are filled.
  var filled = 0
  /// Bytes of the document before the buffer's first.
  var before = 0
  private var isAtEnd = false

  /// The local name of the element that started or ended.
  private(set) var name = Slice()
  /// The text as written: references are not replaced yet.
  private(set) var rawText = Slice()
  /// Whether the text stood in a CDATA section, where an ampersand is an ampersand.
  private(set) var textIsLiteral = false

  var attributes: UnsafeMutablePointer<XMLAttribute>
  var attributeCount = 0

  /// The hash of the name of every open element.
  private var open: [UInt32] = []
  private(set) var endIsPending = false
  private var hadRoot = false
  /// Room for text that has to be changed or put together.
  var scratch = ByteBuffer()

  /// A place in the buffer.
  struct Slice {
    var start = 0
    var count = 0
  }

  init(_ source: ByteSource, limits: Limits) throws(SpreadsheetError) {
    self.source = source
    self.limits = limits
    capacity = 1 << 17
    buffer = .allocate(capacity: capacity)
    attributes = .allocate(capacity: limits.attributes)
    try readByteOrderMark()
  }

  deinit {
    buffer.deallocate()
    attributes.deallocate()
  }

  /// How many elements are open.
  var depth: Int { open.count }

  /// Finds the next token.
  mutating func next() throws(SpreadsheetError) -> Token {
    if endIsPending {
      endIsPending = false
      open.removeLast()
      return .end
    }
    while true {
      if position == filled, try !refill() { return try finish() }
      if buffer[position] != UInt8(ascii: "<") {
        if try text() { return .text }
        continue
      }
      guard try has(2) else { throw malformed() }
      switch buffer[position + 1] {
      case UInt8(ascii: "/"):
        try endTag()
        return .end
      case UInt8(ascii: "?"): _ = try skip(past: "?>", from: 2)
      case UInt8(ascii: "!"): if try declaration() { return .text }
      default:
        while try !startTag() {
          guard try refill() else { throw malformed() }
        }
        return .start
      }
    }
  }

  /// Whether the element that started or ended has this local name.
  @inline(__always)
  func isNamed(_ expected: StaticString) -> Bool {
    name.count == expected.utf8CodeUnitCount
      && memcmp(buffer + name.start, expected.utf8Start, name.count) == 0
  }

  /// The bytes at a place in the buffer.
  @inline(__always)
  func bytes(_ slice: Slice) -> Bytes {
    Bytes(start: buffer + slice.start, count: slice.count)
  }

  /// The document is broken at the current place.
  func malformed() -> SpreadsheetError {
    .damaged(part: source.part, .markup(offset: before + position))
  }

  func exceeded(_ limit: SpreadsheetError.Limit) -> SpreadsheetError {
    .exceeded(limit, part: source.part, at: nil)
  }

  // MARK: Bytes

  /// Moves what is not consumed to the buffer's start and reads more; false at the end.
  ///
  /// Every place in the buffer that is not counted from `position` loses its meaning.
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

  /// Whether the buffer holds this many bytes from the current place, after reading more if needed.
  private mutating func has(_ count: Int) throws(SpreadsheetError) -> Bool {
    while filled - position < count {
      guard try refill() else { return false }
    }
    return true
  }

  /// Skips the mark of UTF-8; turns a part in UTF-16, which is rare, into UTF-8 at once.
  private mutating func readByteOrderMark() throws(SpreadsheetError) {
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

  /// Nothing may be open at the end, and there must have been an element.
  private func finish() throws(SpreadsheetError) -> Token {
    guard open.isEmpty, hadRoot else { throw malformed() }
    return .finished
  }

  // MARK: Tokens

  /// Reads text up to the next markup; false when it stands outside the root, where only white
  /// space may.
  private mutating func text() throws(SpreadsheetError) -> Bool {
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
    guard !open.isEmpty else {
      guard bytes(rawText).allSatisfy({ $0 <= 0x20 }) else { throw malformed() }
      position += rawText.count
      return false
    }
    position += rawText.count
    textIsLiteral = false
    return true
  }

  /// Reads a comment, which is nothing, or a CDATA section, which is text; refuses a DOCTYPE.
  private mutating func declaration() throws(SpreadsheetError) -> Bool {
    if try starts(with: "<!--") {
      _ = try skip(past: "-->", from: 4)
      return false
    }
    guard try starts(with: "<![CDATA["), !open.isEmpty else {
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

  /// Skips to behind a closing mark and gives the place of all that was skipped.
  private mutating func skip(
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

  private mutating func endTag() throws(SpreadsheetError) {
    while true {
      var index = position + 2
      var start = index
      var hash: UInt32 = 0
      while index < filled, !isNameEnd(buffer[index]) {
        if buffer[index] == UInt8(ascii: ":") {
          start = index + 1
          hash = 0
        } else {
          hash = hash &* 31 &+ UInt32(buffer[index])
        }
        index += 1
      }
      let count = index - start
      while index < filled, buffer[index] <= 0x20 { index += 1 }
      if index < filled {
        guard buffer[index] == UInt8(ascii: ">"), open.popLast() == hash else {
          throw malformed()
        }
        name = Slice(start: start, count: count)
        position = index + 1
        return
      }
      guard try refill() else { throw malformed() }
    }
  }

  /// Reads a start tag with its attributes; false when the buffer ends before it does.
  private mutating func startTag() throws(SpreadsheetError) -> Bool {
    let buffer = buffer
    let filled = filled
    var index = position + 1
    var start = index
    var hash: UInt32 = 0
    while index < filled, !isNameEnd(buffer[index]) {
      if buffer[index] == UInt8(ascii: ":") {
        start = index + 1
        hash = 0
      } else {
        hash = hash &* 31 &+ UInt32(buffer[index])
      }
      index += 1
    }
    let found = Slice(start: start, count: index - start)
    attributeCount = 0
    while true {
      while index < filled, buffer[index] <= 0x20 { index += 1 }
      guard index < filled else { return false }
      if buffer[index] == UInt8(ascii: ">") { break }
      if buffer[index] == UInt8(ascii: "/") {
        guard index + 1 < filled else { return false }
        guard buffer[index + 1] == UInt8(ascii: ">") else { throw malformed() }
        index += 1
        endIsPending = true
        break
      }
      guard let next = try attribute(at: index) else { return false }
      index = next
    }
    guard found.count > 0, !(open.isEmpty && hadRoot) else { throw malformed() }
    guard open.count < limits.depth else { throw exceeded(.depth) }
    hadRoot = true
    open.append(hash)
    name = found
    position = index + 1
    return true
  }
}

/// Whether a name ends before this byte.
@inline(__always)
func isNameEnd(_ byte: UInt8) -> Bool {
  byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    || byte == UInt8(ascii: "=")
}
