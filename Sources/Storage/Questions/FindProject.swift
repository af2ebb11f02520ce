import Engine
package import Ledger

extension LedgerStore {
  /// The projects that a person means by a number of the ledger, a project code or an exact name:
  /// none, one, or several of the same code or name. One that was merged into another means that one.
  package func find(_ text: String) throws -> [ProjectID] {
    try database.read { session in
      if let id = ProjectID(text) {
        let standing = try MergedProjects(session).standing(for: id)
        if try Self.isThere(standing, session) { return [standing] }
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
        ) { $0.int64(0) }
        if !found.isEmpty { return found }
      }
      // Which projects are called this?
      let named = try session.rows(
        """
        SELECT id
        FROM project
        WHERE name = ?
        ORDER BY id
        """, .text(text)
      ) { $0.int64(0) }
      return named.isEmpty ? try Self.findMerged(text, session) : named
    }
  }

  /// The projects into which those of a code or name were merged.
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
