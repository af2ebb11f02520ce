#if canImport(Glibc)
  import Glibc
#endif

/// A pull parser for XML in UTF-8, which does not copy the bytes of its tokens.
///
/// It reads what office programs write: elements, attributes, text, CDATA, comments, processing
/// instructions. A DOCTYPE is refused, so there are no entities but the five of XML. Prefixes are
/// dropped: elements are identified by local name and position. Well-formedness is checked only where
/// it is a safeguard: end tags match, there is one root, nothing follows it, and the document is
/// complete.
struct XMLTokenizer: ~Copyable {
  /// The kind of a token.
  enum Token {
    case start, end, text, finished
  }

  var source: ByteSource
  let limits: Limits
  var buffer: UnsafeMutablePointer<UInt8>
  var capacity: Int
  /// The offset of the next token in the buffer.
  var position = 0
  /// The number of bytes in the buffer.
  var filled = 0
  /// The number of bytes of the document before the buffer.
  var before = 0
  var isAtEnd = false

  /// The local name of the element that started or ended.
  var name = Slice()
  /// The raw text, before references are decoded.
  var rawText = Slice()
  /// Whether the text is from a CDATA section, where an ampersand is literal.
  var textIsLiteral = false

  var attributes: UnsafeMutablePointer<XMLAttribute>
  var attributeCount = 0

  /// The name hash of every open element.
  let open: UnsafeMutablePointer<UInt32>
  /// The number of open elements.
  var depth = 0
  var endIsPending = false
  var hadRoot = false
  /// A buffer for text that is decoded or joined.
  var scratch = ByteBuffer()

  /// A range of the buffer.
  struct Slice {
    var start = 0
    var count = 0
  }

  init(_ source: ByteSource, limits: Limits) throws(SpreadsheetError) {
    self.source = source
    self.limits = limits
    capacity = 1 << 17
    buffer = .allocate(capacity: capacity)
    attributes = .allocate(capacity: max(limits.attributes, 1))
    open = .allocate(capacity: max(limits.depth, 1))
    try readByteOrderMark()
  }

  deinit {
    buffer.deallocate()
    attributes.deallocate()
    open.deallocate()
  }

  /// Advances to the next token. Throws `damaged` or `exceeded`.
  mutating func next() throws(SpreadsheetError) -> Token {
    if endIsPending {
      endIsPending = false
      depth -= 1
      return .end
    }
    while true {
      if position == filled, try !refill() { return try finish() }
      if buffer[position] != UInt8(ascii: "<") {
        if try text() { return .text }
        continue
      }
      if filled - position < 2, try !has(2) { throw malformed() }
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

  @inline(__always)
  func bytes(_ slice: Slice) -> Bytes {
    Bytes(start: buffer + slice.start, count: slice.count)
  }

  /// The error for malformed markup at the current offset.
  func malformed() -> SpreadsheetError {
    .damaged(part: source.part, .markup(offset: before + position))
  }

  func exceeded(_ limit: SpreadsheetError.Limit) -> SpreadsheetError {
    .exceeded(limit, part: source.part, at: nil)
  }
}

/// Whether this byte ends a name.
@inline(__always)
func isNameEnd(_ byte: UInt8) -> Bool {
  byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    || byte == UInt8(ascii: "=")
}
