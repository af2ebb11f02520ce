/// What a person typed into a search box, in the form in which projects are found.
package struct SearchQuery: Hashable, Sendable {
  /// Every one must occur in a project's search text.
  package let terms: [String]

  /// Words are separated by white space; a code without its hyphens gets them.
  package init(_ text: String) {
    var terms: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      let key = TextFolding.key(String(word))
        .replacing("ü", with: "v").replacing("'", with: "").replacing("’", with: "")
      let term = ProjectCode(key).canonical ?? key
      if !term.isEmpty && !terms.contains(term) { terms.append(term) }
    }
    self.terms = terms
  }

  package var isEmpty: Bool { terms.isEmpty }

  /// Whether every term occurs in the text of a project that holds terms of its kind.
  package func matches(_ text: SearchText) -> Bool {
    terms.allSatisfy { (Self.isSound($0) ? text.sound : text.written).contains($0) }
  }

  /// Whether a term is looked for in how names sound: it is of ASCII alone.
  package static func isSound(_ term: String) -> Bool { term.utf8.allSatisfy { $0 < 0x80 } }
}
