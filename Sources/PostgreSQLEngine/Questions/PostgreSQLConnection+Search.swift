import Engine

/// Substrings are looked for in the texts from end to end.
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
      conditions: terms.map {
        holds($0.isSound ? "o.text" : "s.text", $0.text)
      })
  }
}
