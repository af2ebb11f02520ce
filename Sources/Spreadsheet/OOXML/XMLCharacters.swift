/// The characters that XML 1.0 has (§2.2): all but controls other than tab and line
/// ends, U+FFFE and U+FFFF.
///
/// libxlsxwriter lets the others pass, and no program opens a file that holds one.
package enum XMLCharacters {
  /// Whether XML has a character.
  package static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  /// A text in which U+FFFD stands for each character that XML does not have, where the file's format
  /// offers no escape: names, titles, comments, headers.
  package static func legible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !isAllowed($0) }) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { isAllowed($0) ? $0 : "\u{FFFD}" }))
  }
}
