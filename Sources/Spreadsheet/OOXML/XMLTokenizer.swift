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
  var isAtEnd = false

  /// The local name of the element that started or ended.
  var name = Slice()
  /// The text as written: references are not replaced yet.
  var rawText = Slice()
  /// Whether the text stood in a CDATA section, where an ampersand is an ampersand.
  var textIsLiteral = false

  var attributes: UnsafeMutablePointer<XMLAttribute>
  var attributeCount = 0

  /// The hash of the name of every open element.
  let open: UnsafeMutablePointer<UInt32>
  /// How many elements are open.
  var depth = 0
  var endIsPending = false
  var hadRoot = false
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
    attributes = .allocate(capacity: max(limits.attributes, 1))
    open = .allocate(capacity: max(limits.depth, 1))
    try readByteOrderMark()
  }

  deinit {
    buffer.deallocate()
    attributes.deallocate()
    open.deallocate()
  }

  /// Finds the next token.
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
}

/// Whether a name ends before this byte.
@inline(__always)
func isNameEnd(_ byte: UInt8) -> Bool {
  byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
    || byte == UInt8(ascii: "=")
}
