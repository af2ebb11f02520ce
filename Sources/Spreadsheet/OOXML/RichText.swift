/// A string item, shared or in line (CT_Rst, ECMA-376 §18.4.8): plain text, or runs of it.
enum RichText {
  /// Adds the text of the item that has just started, up to and with its end.
  ///
  /// Phonetic runs (rPh) are hints for reading and no text.
  static func read(
    _ xml: inout XMLTokenizer, into buffer: inout ByteBuffer
  ) throws(SpreadsheetError) {
    let depth = xml.depth
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("t"):
        XMLText.unescape(try xml.elementText(), into: &buffer)
      case .start where xml.isNamed("r"): break
      case .start: try xml.skipElement()
      case .end: if xml.depth < depth { return }
      case .text: break
      case .finished: throw xml.malformed()
      }
    }
  }
}
