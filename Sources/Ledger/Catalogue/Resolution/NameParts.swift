/// Takes apart texts that hold several names.
enum NameParts {
  /// The entries of a list's cell: separated by 、，,；;/ or white space.
  static func ofList(_ text: String) -> [String] {
    split(text, at: listSeparators)
  }

  /// The names inside a folded text: separated as in a list, or by brackets.
  static func inside(_ key: String) -> [String] {
    split(key, at: listSeparators.union("()".unicodeScalars))
  }

  private static func split(_ text: String, at separators: Set<Unicode.Scalar>) -> [String] {
    text.unicodeScalars.split { separators.contains($0) || $0.properties.isWhitespace }
      .map { String($0) }
  }

  private static let listSeparators = Set("、，,；;/／".unicodeScalars)
}
