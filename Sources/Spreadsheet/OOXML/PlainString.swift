extension XMLTokenizer {
  /// Reads a whole shared string in one go; nil, and nothing is read, when what comes next is
  /// anything but one plain text without runs and escapes, all of it in the buffer.
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

  /// Whether elements as deep as this, with an attribute or three, are within the limits here, so
  /// that reading them in one go need not look at each.
  @inline(__always)
  func allowsPlainElements(depth more: Int) -> Bool {
    !endIsPending && depth + more <= limits.depth && limits.attributes >= 3
  }
}

extension ByteCursor {
  /// Takes the text of a string item with its tags; nil when it is empty or there may be a question
  /// of whether its white space counts.
  @inline(__always)
  mutating func takeItem(_ limits: Limits) -> Bytes? {
    let isPreserved = !take("<t>")
    if isPreserved, !take("<t xml:space=\"preserve\">") { return nil }
    guard let text = takePlainText(), let first = text.first, isPreserved || first > 0x20,
      text.count <= limits.textBytes, take("</t>")
    else { return nil }
    return text
  }

  /// Takes what Excel adds to Chinese text, if it is there: that no reading is to be shown.
  @inline(__always)
  fileprivate mutating func takePhonetics() -> Bool {
    guard take("<phoneticPr fontId=\"") else { return true }
    return take(upTo: UInt8(ascii: "\"")) != nil && take(" type=\"noConversion\"/>")
  }
}
