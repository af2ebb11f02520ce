extension Attribute {
  /// Whether the text is `true` or `yes`.
  package var isTrue: Bool { text == "true" || text == "yes" }

  /// The text as an integer; nil if it is none.
  var integer: Int? { text.flatMap { Int($0) } }
}
