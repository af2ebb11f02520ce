extension ContinuedRecord {
  /// Reads a Unicode string after its length: flags, then the characters (XLUnicodeRichExtendedString,
  /// [MS-XLS] §2.5.293). Rich-text runs and phonetic hints are skipped.
  mutating func unicode(length: Int, into text: inout ByteBuffer) throws(SpreadsheetError) {
    let flags = try uint8()
    let runs = flags & 0x08 == 0 ? 0 : try uint16()
    let extra = flags & 0x04 == 0 ? 0 : try uint32()
    try characters(length, areWide: flags & 0x01 == 1, into: &text)
    try skip(runs * 4 + extra)
  }

  /// Reads bytes of text unchanged.
  mutating func bytes(_ count: Int, into text: inout ByteBuffer) throws(SpreadsheetError) {
    var left = count
    while left > 0 {
      if rest == 0 { try require() }
      let taken = take(upTo: left)
      text.append(taken)
      left -= taken.count
    }
  }

  /// Reads characters of one byte or of two. Where they go on in a CONTINUE, its first byte states the
  /// width again.
  private mutating func characters(
    _ count: Int, areWide: Bool, into text: inout ByteBuffer
  ) throws(SpreadsheetError) {
    var left = count
    var areWide = areWide
    var utf16 = UTF16Transcoder()
    while left > 0 {
      let width = areWide ? 2 : 1
      if rest < width {
        // Half a character at the end is dropped.
        _ = take(upTo: rest)
        try require()
        areWide = try uint8() & 0x01 == 1
        continue
      }
      let taken = take(upTo: min(left, rest / width) * width)
      if areWide {
        utf16.append(wide: taken, to: &text)
      } else {
        utf16.append(narrow: taken, to: &text)
      }
      left -= taken.count / width
    }
    utf16.finish(&text)
  }
}
