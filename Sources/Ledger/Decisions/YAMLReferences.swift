/// Finds repetition in a YAML file: anchors (`&name`) that aliases (`*name`) refer to.
///
/// A few nested ones can exceed all memory, and Yams expands them before anything can be counted. So the
/// text is checked first, too strictly: anything that could be an anchor counts as one, also in quotes and
/// comments, provided that something that could be an alias occurs too.
enum YAMLReferences {
  /// The line of the first possible anchor, from 1; nil without anchor or alias.
  static func line(in text: String) -> Int? {
    var line = 1
    var anchor: Int?
    var hasAlias = false
    var last: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      if scalar == "\n" { line += 1 }
      if last == "&", isName(scalar) { anchor = anchor ?? line }
      if last == "*", isName(scalar) { hasAlias = true }
      // A mark after a letter or digit is part of a word: R&D.
      last = isMark(scalar) && isWord(last) ? " " : scalar
    }
    return hasAlias ? anchor : nil
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar == "&" || scalar == "*" }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Whether libyaml accepts a character in an anchor's name.
  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }
}
