package import Ledger

extension LedgerStore {
  /// The projects that a person means by a number of the ledger, a project code or an exact name:
  /// none, one, or several of the same code or name.
  package func find(_ text: String) throws -> [ProjectID] {
    try engine.read { session in
      if let id = ProjectID(text), try Self.isThere(id, session) { return [id] }
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
      return try session.rows(
        """
        SELECT id
        FROM project
        WHERE name = ?
        ORDER BY id
        """, .text(text)
      ) { $0.int64(0) }
    }
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
