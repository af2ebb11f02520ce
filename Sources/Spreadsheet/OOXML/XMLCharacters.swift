/// The characters that XML 1.0 allows (§2.2): all but controls other than tab and line ends, U+FFFE and U+FFFF.
///
/// libxlsxwriter writes the others unchecked, and no program opens a file with one.
package enum XMLCharacters {
  /// Whether XML allows a character.
  package static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// Replaces each character that XML does not allow by U+FFFD, for places without an escape: names,
  /// titles, comments, headers.
  package static func legible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !isAllowed($0) }) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { isAllowed($0) ? $0 : "\u{FFFD}" }))
  }
}
