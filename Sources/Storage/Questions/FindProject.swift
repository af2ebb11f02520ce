import Engine
package import Ledger

extension LedgerStore {
  /// Finds projects by a number of the ledger, a project code or an exact name: none, one, or several with the same
  /// code or name. A merged project yields the one into which it was merged; a former or other name is used only if
  /// no project has it as its current name.
  package func find(_ text: String) throws -> [ProjectID] {
    try database.read { session in
      let sight = try VisibilityReader(session)
      if let id = ProjectID(text) {
        let standing = try MergedProjects(session).standing(for: id)
        if try Self.isThere(standing, session), try sight.shows(standing) { return [standing] }
      }
      if let code = ProjectCode(text).canonical {
        // Which projects have this code?
        let found = try session.rows(
          """
          SELECT project
          FROM project_detail
          WHERE code = ?
          ORDER BY project
          """, .text(code)
        ) { $0.int64(0) }.filter(sight.shows)
        if !found.isEmpty { return found }
      }
      // Which projects have this name?
      let named = try session.rows(
        """
        SELECT id
        FROM project
        WHERE name = ?
        ORDER BY id
        """, .text(text)
      ) { $0.int64(0) }.filter(sight.shows)
      if !named.isEmpty { return named }
      let formerly = Set(try Self.findMerged(text, session) + Self.findByOtherName(text, session))
      return try formerly.filter(sight.shows).sorted()
    }
  }

  /// Returns for each project the one that represents it now: itself, or the one into which it was merged.
  package func standing(for projects: [ProjectID]) throws -> [ProjectID: ProjectID] {
    try database.read { session in
      let merged = try MergedProjects(session)
      return projects.reduce(into: [:]) { $0[$1] = merged.standing(for: $1) }
    }
  }

  /// The projects that have the text among their other names.
  private static func findByOtherName(_ text: String, _ session: Session) throws -> [ProjectID] {
    // Which projects have other names?
    try session.rows(
      """
      SELECT project, other_names
      FROM project_detail
      WHERE other_names IS NOT NULL
      ORDER BY project
      """
    ) { (id: $0.int64(0), names: Value(canonical: $0.text(1), kind: .list)) }
    .filter { if case .list(let names)? = $0.names { names.contains(text) } else { false } }
    .map(\.id)
  }

  /// The projects into which those with a code or name were merged.
  private static func findMerged(_ text: String, _ session: Session) throws -> [ProjectID] {
    let code = ProjectCode(text).canonical
    let merged = try MergedProjects(session).all(session).filter { project in
      project.record.text(.name) == text || code != nil && project.record.text(.code) == code
    }
    return Set(merged.map(\.into)).sorted()
  }

  private static func isThere(_ id: ProjectID, _ session: Session) throws -> Bool {
    // Is there a project of this number?
    try session.integer(
      """
      SELECT count(*)
      FROM project
      WHERE id = ?
      """, .integer(id)) > 0
  }
}
