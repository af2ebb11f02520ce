/// Finds what repeats parts of a YAML file: anchors (`&name`) that aliases (`*name`) refer to.
///
/// A few nested ones stand for more than memory holds, and Yams follows them before anybody can count.
/// So the text is looked at first, and rather too strictly: whatever could be an anchor counts as one, also
/// in quotes and comments, as long as something that could be an alias stands somewhere too.
enum YAMLReferences {
  /// The line of the first possible anchor, from 1; nil when nothing can be repeated.
  static func line(in text: String) -> Int? {
    var line = 1
    var anchor: Int?
    var hasAlias = false
    var last: Unicode.Scalar = "\n"
    for scalar in text.unicodeScalars {
      if scalar == "\n" { line += 1 }
      if last == "&", isName(scalar) { anchor = anchor ?? line }
      if last == "*", isName(scalar) { hasAlias = true }
      // A mark behind a letter or digit belongs to a word: R&D.
      last = isMark(scalar) && isWord(last) ? " " : scalar
    }
    return hasAlias ? anchor : nil
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar == "&" || scalar == "*" }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// What libyaml takes for the name of an anchor.
  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }
}
