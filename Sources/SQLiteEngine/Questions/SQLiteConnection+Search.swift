import Engine

/// Substrings are found by a full scan of the texts, which is fast enough up to a million projects.
extension SQLiteConnection {
  func holds(_ expression: String, _ text: String) -> SQLCondition {
    SQLCondition("holds(\(expression), ?)", [.text(text)])
  }

  /// A search reads the texts first, then only the projects found: CROSS JOIN keeps SQLite from reversing the order.
  func search(_ terms: [SearchTerm]) -> SearchSource {
    let isWritten = !terms.allSatisfy(\.isSound)
    let isSound = terms.contains(where: \.isSound)
    let texts =
      isWritten && isSound
      ? ["FROM project_search AS s", "CROSS JOIN project_sound AS o ON o.project = s.project"]
      : [isSound ? "FROM project_sound AS o" : "FROM project_search AS s"]
    return SearchSource(
      tables: texts + ["CROSS JOIN project AS p ON p.id = \(isSound ? "o" : "s").project"],
      conditions: terms.map {
        holds($0.isSound ? "o.text" : "s.text", $0.text)
      })
  }
}
