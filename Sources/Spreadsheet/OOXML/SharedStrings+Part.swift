extension SharedStrings {
  /// Reads the shared strings part (ECMA-376 §18.4.9); phonetic runs are left out and rich-text
  /// runs joined.
  convenience init(_ source: ByteSource, limits: Limits) throws(SpreadsheetError) {
    self.init()
    var xml = try XMLTokenizer(source, limits: limits)
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("si"): try read(&xml, limits: limits)
      case .finished: return
      case .start, .end, .text: break
      }
    }
  }

  private func read(
    _ xml: inout XMLTokenizer, limits: Limits
  ) throws(SpreadsheetError) {
    try append { text throws(SpreadsheetError) in try RichText.read(&xml, into: &text) }
    guard byteCount <= limits.sharedTextBytes else { throw xml.exceeded(.sharedTextBytes) }
  }
}
