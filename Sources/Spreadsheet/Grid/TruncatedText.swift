/// Text limited to the length of a cell: 32,767 UTF-16 units (ECMA-376 §18.18.17 and Excel).
package enum TruncatedText {
  /// The most UTF-16 units of a cell's text.
  package static let limit = 32_767

  /// The text, or its beginning followed by a note of the full length.
  @inline(__always)
  package static func fit(_ text: String) -> String {
    text.utf8.count <= limit ? text : shorten(text)
  }

  /// Whether the whole text fits into a cell.
  package static func fits(_ text: String) -> Bool {
    text.utf8.count <= limit || units(text.unicodeScalars) <= limit
  }

  /// Whether a text ends in the note of one that was shortened.
  package static func isShortened(_ text: String) -> Bool {
    text.utf8.count > limit / 2 && text.hasSuffix(end) && text.suffix(40).contains(mark)
  }

  private static let mark = "…（全文共"
  private static let end = "字，余略）"

  private static func shorten(_ text: String) -> String {
    guard !fits(text) else { return text }
    let note = "\(mark)\(text.count)\(end)"
    var room = limit - note.utf16.count
    let kept = text.prefix { character in
      room -= units(character.unicodeScalars)
      return room >= 0
    }
    return kept + note
  }

  /// The UTF-16 units of characters, with escapes (`_xHHHH_`) counted as written in the file; every
  /// underscore counts as the start of one.
  private static func units(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { sum, scalar in
      let isEscaped = scalar == "_" || scalar == "\r" || !XMLCharacters.isAllowed(scalar)
      return sum + (isEscaped ? 7 : UTF16.width(scalar))
    }
  }
}
