import Engine
package import Ledger

extension LedgerStore {
  /// Fingerprints of what a sender said last, in the order of the projects: equal to `StatementDigest.of` a
  /// row that says the same again.
  package func digests(sender: String) throws -> [(project: ProjectID, digest: UInt64)] {
    try database.read { session in
      // What did this sender say last, in short?
      try session.rows(
        """
        SELECT project, digest
        FROM statement
        WHERE sender = (SELECT id FROM sender WHERE name = ?)
        ORDER BY project
        """, .text(sender)
      ) { row in
        (
          project: try row.key(0, in: Stored.project, "statement"),
          digest: UInt64(bitPattern: row.int64(1))
        )
      }
    }
  }

  /// What a sender said last about projects; those it never spoke of are left out.
  package func bases(
    sender: String, projects: some Sequence<ProjectID>
  ) throws -> [ProjectID: Record] {
    try database.read { session in
      // What did this sender say last about this project?
      let statement = try session.statement(
        """
        SELECT said
        FROM statement
        WHERE project = ? AND sender = (SELECT id FROM sender WHERE name = ?)
        """)
      let headers = try EntryTable.headers(session)
      var bases: [ProjectID: Record] = [:]
      for (count, project) in projects.enumerated() {
        try watch(step: count)
        try statement.bind(.integer(project), .text(sender))
        guard try statement.step() else {
          statement.reset()
          continue
        }
        if statement.isNull(0) {
          bases[project] = try Self.creation(of: project, by: sender, headers: headers, session)
        } else {
          guard let said = ChangeText.readRecord(statement.bytes(0)) else {
            throw StorageError.damaged(table: "statement", row: project)
          }
          bases[project] = said
        }
        statement.reset()
      }
      return bases
    }
  }

  /// The values a sender created a project with: what it said while `said` is NULL.
  private static func creation(
    of project: ProjectID, by sender: String, headers: EntryHeaders, _ session: Session
  ) throws -> Record? {
    try ChangeTable.replay(of: project, headers: headers, session).state.statements[sender]?.said
  }
}
