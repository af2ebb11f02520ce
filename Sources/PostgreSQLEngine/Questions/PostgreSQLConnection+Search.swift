import Engine

/// Terms of several characters are looked up by their pairs and compared in the texts found; pinyin is found by a
/// full scan.
extension PostgreSQLConnection {
  func holds(_ expression: String, _ text: String) -> SQLCondition {
    SQLCondition("strpos(\(expression), ?) > 0", [.text(text)])
  }

  func search(_ terms: [SearchTerm]) -> SearchSource {
    let isWritten = !terms.allSatisfy(\.isSound)
    let isSound = terms.contains(where: \.isSound)
    return SearchSource(
      tables: ["FROM project AS p"]
        + (isWritten ? ["JOIN project_search AS s ON s.project = p.id"] : [])
        + (isSound ? ["JOIN project_sound AS o ON o.project = p.id"] : []),
      conditions: terms.flatMap { term in
        pairs(of: term) + [holds(term.isSound ? "o.text" : "s.text", term.text)]
      })
  }

  /// The condition that narrows a search down. Replacement rows of an earlier revision have no pairs.
  private func pairs(of term: SearchTerm) -> [SQLCondition] {
    guard !term.isSound, !isPast, let grams = Grams.text(ofTerm: term.text) else { return [] }
    return [SQLCondition("s.grams @> ?::integer[]", [.text(grams)])]
  }
}
