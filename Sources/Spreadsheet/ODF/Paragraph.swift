/// The text of a paragraph: white space is collapsed, and spaces, tabs and line breaks have elements of
/// their own (ODF 1.3 part 3 §6.1.2).
enum Paragraph {
  /// Appends the text of the paragraph that has just started, through its end tag.
  static func read(
    _ xml: inout XMLTokenizer, into text: inout ByteBuffer
  ) throws(SpreadsheetError) {
    let depth = xml.depth
    // Leading white space is dropped.
    var isAfterSpace = true
    while true {
      switch try xml.next() {
      case .text:
        xml.scratch.removeAll()
        try xml.appendText()
        append(xml.scratch.bytes, to: &text, isAfterSpace: &isAfterSpace)
      case .start:
        if try !readMark(&xml, into: &text) { break }
        isAfterSpace = false
      case .end: if xml.depth < depth { return }
      case .finished: throw xml.malformed()
      }
      guard text.count <= xml.limits.textBytes else { throw xml.exceeded(.textBytes) }
    }
  }

  /// Appends text with every run of white space collapsed to one space.
  private static func append(
    _ bytes: Bytes, to text: inout ByteBuffer, isAfterSpace: inout Bool
  ) {
    for byte in bytes {
      let isSpace = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if !isSpace || !isAfterSpace { text.append(isSpace ? 0x20 : byte) }
      isAfterSpace = isSpace
    }
  }

  /// Appends the text of a space, tab or line-break element that has just started; false for any other
  /// element. Notes and drawings are skipped, since they do not belong to the paragraph.
  private static func readMark(
    _ xml: inout XMLTokenizer, into text: inout ByteBuffer
  ) throws(SpreadsheetError) -> Bool {
    if xml.isNamed("s") {
      let count = xml.qualifiedAttribute("c")?.integer ?? 1
      guard count <= xml.limits.textBytes else { throw xml.exceeded(.textBytes) }
      for _ in 0..<count { text.append(0x20) }
    } else if xml.isNamed("tab") {
      text.append(0x09)
    } else if xml.isNamed("line-break") {
      text.append(0x0A)
    } else {
      let isForeign =
        xml.isNamed("annotation") || xml.isNamed("note") || xml.isNamed("ruby-text")
        || xml.isPrefixed("draw")
      if isForeign { try xml.skipElement() }
      return false
    }
    return true
  }
}
