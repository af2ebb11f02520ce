extension XMLTokenizer {
  /// Reads a whole shared string in one step; nil, without advancing, when anything follows but one
  /// plain text without runs and escapes, all of it in the buffer.
  @inline(__always)
  mutating func plainString() -> Bytes? {
    guard depth > 0, allowsPlainElements(depth: 2) else { return nil }
    var cursor = ByteCursor(buffer + position, count: filled - position)
    guard cursor.take("<si>"), let text = cursor.takeItem(limits), cursor.takePhonetics(),
      cursor.take("</si>"), !text.contains(UInt8(ascii: "_"))
    else { return nil }
    position = cursor.place - UnsafePointer(buffer)
    return text
  }

  /// Whether elements this many levels deeper, with up to three attributes, are within the limits, so
  /// that reading them in one step needs no further check.
  @inline(__always)
  func allowsPlainElements(depth more: Int) -> Bool {
    !endIsPending && depth + more <= limits.depth && limits.attributes >= 3
  }
}

extension ByteCursor {
  /// Takes the text of a string item with its tags; nil when it is empty or its white space may not be
  /// significant.
  @inline(__always)
  mutating func takeItem(_ limits: Limits) -> Bytes? {
    let isPreserved = !take("<t>")
    if isPreserved, !take("<t xml:space=\"preserve\">") { return nil }
    guard let text = takePlainText(), let first = text.first, isPreserved || first > 0x20,
      text.count <= limits.textBytes, take("</t>")
    else { return nil }
    return text
  }

  /// Takes the `phoneticPr` element that Excel adds to Chinese text, if present.
  @inline(__always)
  fileprivate mutating func takePhonetics() -> Bool {
    guard take("<phoneticPr fontId=\"") else { return true }
    return take(upTo: UInt8(ascii: "\"")) != nil && take(" type=\"noConversion\"/>")
  }
}
