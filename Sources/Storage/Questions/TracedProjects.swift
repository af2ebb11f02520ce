import Engine
package import Ledger

extension LedgerStore {
  /// Hands over the projects a filter asks for, by their numbers, each with the entries that made it what
  /// it is, oldest first; those that were taken back are left out.
  package func forEachTracedProject(
    _ filter: ProjectFilter, rows: Rows,
    _ body: (StoredProject, _ entries: [Int64]) throws -> Void
  ) throws {
    try read(asOf: filter.asOf) { session, revision in
      let headers = try EntryTable.headers(session, through: revision)
      // Which acts touched this project?
      let entries = try session.statement(
        """
        SELECT entry
        FROM change
        WHERE project = ? AND entry <= ?
        ORDER BY entry
        """)
      _ = try Self.stream(filter, sort: .byID, rows: rows, session) { project in
        try entries.bind(.integer(project.id), .integer(revision))
        var numbers: [Int64] = []
        while try entries.step() {
          if !headers.isUndone(entries.int64(0)) { numbers.append(entries.int64(0)) }
        }
        entries.reset()
        try body(project, numbers)
      }
    }
  }
}
