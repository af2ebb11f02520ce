/// A pull tokenizer over the bytes of an XML 1.0 part in UTF-8.
///
/// It knows what the parts of a workbook need and no more: no entities but the five and character
/// references, no external access. A DOCTYPE is refused, which closes entity attacks at once.
struct XMLReader {
  enum Event {
    /// An element begins; its name without a prefix is `name`.
    case start
    case end
    case text
    case done
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let part: String
  private let maximumDepth: Int
  private var position = 0
  private var pendingEnd = false
  private(set) var depth = 0
  /// The current element's name without its prefix.
  private(set) var name: Range<Int> = 0..<0
  /// The current start tag's attributes, unparsed.
  private var attributes: Range<Int> = 0..<0
  /// The current text, unparsed.
  private var content: Range<Int> = 0..<0
  private var isLiteral = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, part: String, maximumDepth: Int) {
    self.bytes = bytes
    self.part = part
    self.maximumDepth = maximumDepth
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
  }

  /// Whether the current element has a name.
  @inline(__always)
  func isNamed(_ other: StaticString) -> Bool {
    name.count == other.utf8CodeUnitCount && other.withUTF8Buffer { wanted in
      for index in 0..<wanted.count where bytes[name.lowerBound + index] != wanted[index] {
        return false
      }
      return true
    }
  }

  /// Moves to the next event.
  mutating func next() throws(SpreadsheetError) -> Event {
    if pendingEnd {
      pendingEnd = false
      depth -= 1
      return .end
    }
    while position < bytes.count {
      if bytes[position] != UInt8(ascii: "<") {
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        if depth == 0 { continue }
        (content, isLiteral) = (start..<position, false)
        return .text
      }
      guard position + 1 < bytes.count else { throw damaged(.truncated) }
      switch bytes[position + 1] {
      case UInt8(ascii: "/"): return try readEnd()
      case UInt8(ascii: "?"): try skip(past: "?>")
      case UInt8(ascii: "!"):
        if matches("<!--") {
          try skip(past: "-->")
        } else if matches("<![CDATA[") {
          let start = position + 9
          try skip(past: "]]>")
          (content, isLiteral) = (start..<(position - 3), true)
          return .text
        } else {
          throw damaged(.doctype)
        }
      default: return try readStart()
      }
    }
    if depth != 0 { throw damaged(.truncated) }
    return .done
  }

  /// Skips the rest of the element that just began.
  mutating func skipElement() throws(SpreadsheetError) {
    let outer = depth - 1
    while depth > outer {
      if case .done = try next() { return }
    }
  }

  // MARK: Tags

  private mutating func readStart() throws(SpreadsheetError) -> Event {
    position += 1
    readName()
    guard !name.isEmpty else { throw damaged(.markup) }
    let start = position
    var quote: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        break
      } else if byte == UInt8(ascii: "<") {
        throw damaged(.markup)
      }
      position += 1
    }
    guard position < bytes.count else { throw damaged(.truncated) }
    let isEmpty = position > start && bytes[position - 1] == UInt8(ascii: "/")
    attributes = start..<(isEmpty ? position - 1 : position)
    position += 1
    depth += 1
    if depth > maximumDepth { throw .limit(.depth, allowed: maximumDepth) }
    pendingEnd = isEmpty
    return .start
  }

  private mutating func readEnd() throws(SpreadsheetError) -> Event {
    position += 2
    readName()
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
    guard position < bytes.count, depth > 0 else { throw damaged(.markup) }
    position += 1
    depth -= 1
    return .end
  }

  private mutating func readName() {
    var start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { break }
      if byte == UInt8(ascii: ":") { start = position + 1 }
      position += 1
    }
    name = start..<position
  }

  private func matches(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { wanted in
      (0..<wanted.count).allSatisfy { bytes[position + $0] == wanted[$0] }
    }
  }

  private mutating func skip(past text: StaticString) throws(SpreadsheetError) {
    while position < bytes.count {
      if matches(text) {
        position += text.utf8CodeUnitCount
        return
      }
      position += 1
    }
    throw damaged(.truncated)
  }

  private func damaged(_ reason: SpreadsheetError.Damage) -> SpreadsheetError {
    .damaged(part: part, reason: reason)
  }

  // MARK: Attributes and text

  /// The raw bytes of an attribute, by its name without a prefix; nil when it is not there.
  func attribute(_ wanted: StaticString) -> Slice<UnsafeBufferPointer<UInt8>>? {
    var index = attributes.lowerBound
    let end = attributes.upperBound
    while index < end {
      while index < end, bytes[index] <= 0x20 { index += 1 }
      var start = index
      while index < end, bytes[index] != UInt8(ascii: "="), bytes[index] > 0x20 {
        if bytes[index] == UInt8(ascii: ":") { start = index + 1 }
        index += 1
      }
      let nameEnd = index
      while index < end, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "'") {
        index += 1
      }
      guard index < end else { return nil }
      let quote = bytes[index]
      let valueStart = index + 1
      index = valueStart
      while index < end, bytes[index] != quote { index += 1 }
      if nameEnd - start == wanted.utf8CodeUnitCount,
        wanted.withUTF8Buffer({ name in
          (0..<name.count).allSatisfy { bytes[start + $0] == name[$0] }
        })
      {
        return bytes[valueStart..<min(index, end)]
      }
      index += 1
    }
    return nil
  }

  /// An attribute as text, references decoded.
  func text(of attribute: StaticString) throws(SpreadsheetError) -> String? {
    guard let raw = self.attribute(attribute) else { return nil }
    var buffer: [UInt8] = []
    try XMLText.decode(raw, into: &buffer, part: part)
    return String(decoding: buffer, as: UTF8.self)
  }

  /// An attribute as a whole number.
  func integer(of attribute: StaticString) -> Int? {
    guard let raw = self.attribute(attribute), raw.count <= 18, !raw.isEmpty else { return nil }
    var value = 0
    for byte in raw {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else {
        return Int(String(decoding: raw, as: UTF8.self))
      }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// Whether an attribute says yes: `1` or `true`.
  func flag(_ attribute: StaticString) -> Bool {
    guard let raw = self.attribute(attribute) else { return false }
    return raw.elementsEqual("1".utf8) || raw.elementsEqual("true".utf8)
  }

  /// Appends the current text to a buffer, references decoded.
  func appendText(to buffer: inout [UInt8]) throws(SpreadsheetError) {
    if isLiteral {
      buffer.append(contentsOf: bytes[content])
    } else {
      try XMLText.decode(bytes[content], into: &buffer, part: part)
    }
  }
}
