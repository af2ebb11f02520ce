/// A string item, shared or inline (CT_Rst, ECMA-376 §18.4.8): plain text, or runs of it.
enum RichText {
  /// Appends the text of the item that has just started, through its end tag.
  ///
  /// Phonetic runs (rPh) are reading hints, not text. White space around text is kept regardless of
  /// xml:space; text of white space alone is kept only with xml:space.
  static func read(
    _ xml: inout XMLTokenizer, into buffer: inout ByteBuffer
  ) throws(SpreadsheetError) {
    let depth = xml.depth
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("t"):
        let isPreserved = xml.qualifiedAttribute("space") != nil
        let text = try xml.elementText()
        if isPreserved || text.contains(where: { $0 > 0x20 }) {
          XMLText.unescape(text, into: &buffer)
        }
      case .start where xml.isNamed("r"): break
      case .start: try xml.skipElement()
      case .end: if xml.depth < depth { return }
      case .text: break
      case .finished: throw xml.malformed()
      }
    }
  }
}
