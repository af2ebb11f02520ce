import Engine
package import Ledger

extension LedgerStore {
  /// Calls `body` with the projects of a filter, by number, each with the entries that changed it, oldest first;
  /// undone entries are omitted.
  package func forEachTracedProject(
    _ filter: ProjectFilter, rows: Rows,
    _ body: (StoredProject, _ entries: [Int64]) throws -> Void
  ) throws {
    try read(asOf: filter.asOf) { session, revision in
      let headers = try EntryTable.headers(session, through: revision)
      let ids = try Self.ids(filter, sort: .byID, rows: rows, session)
      let reader = try ProjectReader(items: ItemNumbers(session), session)
      try ids.forEachBatch { batch in
        let among = session.connection.isAmong("project", batch)
        var entries: [ProjectID: [Int64]] = [:]
        // Which entries changed these projects?
        let touches = try session.rows(
          """
          SELECT project, entry
          FROM change
          WHERE \(among.sql) AND entry <= ?
          ORDER BY project, entry
          """, among.values + [.integer(revision)]
        ) { (project: $0.int64(0), entry: $0.int64(1)) }
        for touch in touches where !headers.isUndone(touch.entry) {
          entries[touch.project, default: []].append(touch.entry)
        }
        try reader.forEachProject(batch, session) { try body($0, entries[$0.id] ?? []) }
      }
    }
  }
}
