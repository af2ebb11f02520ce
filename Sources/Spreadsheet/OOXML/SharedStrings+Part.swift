extension SharedStrings {
  /// Reads the shared strings part (ECMA-376 §18.4.9), without phonetic runs and with rich-text runs joined.
  convenience init(_ source: ByteSource, limits: Limits) throws(SpreadsheetError) {
    self.init()
    var xml = try XMLTokenizer(source, limits: limits)
    while true {
      if let text = xml.plainString() {
        append(text)
        try check(xml)
        continue
      }
      switch try xml.next() {
      case .start where xml.isNamed("si"):
        try append { text throws(SpreadsheetError) in try RichText.read(&xml, into: &text) }
        try check(xml)
      case .start where xml.isNamed("sst"): expect(xml.integer("uniqueCount") ?? 0)
      case .finished: return
      case .start, .end, .text: break
      }
    }
  }

  private func check(_ xml: borrowing XMLTokenizer) throws(SpreadsheetError) {
    guard byteCount <= xml.limits.sharedTextBytes else { throw xml.exceeded(.sharedTextBytes) }
  }
}
