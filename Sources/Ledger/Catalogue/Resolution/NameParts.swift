/// Splits texts that hold several names.
enum NameParts {
  /// The entries of a list's cell: separated by 、，,；;/ or white space.
  static func ofList(_ text: String) -> [String] {
    split(text) { isListSeparator($0) }
  }

  /// The names inside a text, each folded: separated as in a list, or by brackets.
  static func inside(_ text: String) -> [String] {
    split(text) { isListSeparator($0) || brackets.contains($0) }.map(TextFolding.key)
      .filter { !$0.isEmpty }
  }

  private static let brackets = Set("()（）[]［］【】〔〕".unicodeScalars)

  private static func split(
    _ text: String, isSeparator: (Unicode.Scalar) -> Bool
  ) -> [String] {
    text.unicodeScalars.split(whereSeparator: isSeparator).map { String($0) }
  }

  private static func isListSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "，", ",", "；", ";", "/", "／", " ", "\u{3000}": true
    default: scalar.properties.isWhitespace
    }
  }
}
