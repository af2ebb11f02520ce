extension Attribute {
  /// Whether the text is `true` or `yes`.
  package var isTrue: Bool { text == "true" || text == "yes" }

  /// The whole number that the text is.
  var integer: Int? { text.flatMap { Int($0) } }
}
