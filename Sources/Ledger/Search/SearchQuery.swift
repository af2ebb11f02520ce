/// A search box's text, in the form in which projects are matched.
package struct SearchQuery: Hashable, Sendable {
  /// The terms, all of which must occur in a project's search text.
  package let terms: [String]

  /// Splits words at white space; adds the hyphens to a code without them.
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

  /// Whether every term occurs in the project's text for terms of its kind.
  package func matches(_ text: SearchText) -> Bool {
    terms.allSatisfy { (Self.isSound($0) ? text.sound : text.written).contains($0) }
  }

  /// Whether a term is matched with pronunciation: one that is all ASCII.
  package static func isSound(_ term: String) -> Bool { term.utf8.allSatisfy { $0 < 0x80 } }
}
