import Engine

/// Substrings are looked for in the texts from end to end: fast enough up to a million of projects.
extension SQLiteConnection {
  func holds(_ expression: String, _ text: String) -> SQLCondition {
    SQLCondition("holds(\(expression), ?)", [.text(text)])
  }

  /// A search reads its texts first, and of the projects only those they name: CROSS JOIN keeps SQLite
  /// from turning that round.
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
