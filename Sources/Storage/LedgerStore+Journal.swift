import Engine
package import Ledger

/// A change of a project with the entry that made it.
package struct HistoryStep: Hashable, Sendable {
  package let entry: Entry
  package let change: Change
  /// Whether the entry was taken back, and its taking back was not.
  package var isUndone = false
}

extension LedgerStore {
  /// Entries, latest first: at most `limit`, those before a number.
  package func entries(limit: Int, before number: Int64 = .max) throws -> [Entry] {
    try database.read { session in
      // What were the last acts?
      try session.rows(
        """
        SELECT \(EntryTable.columns)
        FROM entry
        WHERE number < ?
        ORDER BY number DESC
        LIMIT ?
        """, .integer(number), .integer(Int64(limit)), read: EntryTable.entry)
    }
  }

  /// One entry; throws `unknownEntry`.
  package func entry(_ number: Int64) throws -> Entry {
    try database.read { try EntryTable.entry(number, $0) }
  }

  /// What an entry did, in the order it was written.
  package func changes(of entry: Int64) throws -> [Change] {
    try database.read { try ChangeTable.changes(of: entry, $0) }
  }

  /// Hands over what an entry did, change by change, in the order it was written.
  package func forEachChange(
    of entry: Int64, _ body: (Change) throws -> Void
  ) throws {
    try database.read { try ChangeTable.forEachChange(of: entry, $0, body) }
  }

  /// The file an entry came from; nil for an act without one.
  package func upload(of entry: Int64) throws -> Upload? {
    try database.read { session in
      guard let source = try EntryTable.entry(entry, session).source else { return nil }
      return try UploadTable.upload(source.sha256, session)
    }
  }

  /// Everything that happened to a project, oldest first; empty for one that never was.
  package func history(of project: ProjectID) throws -> [HistoryStep] {
    try database.read { session in
      let headers = try EntryTable.headers(session)
      var entries: [Int64: Entry] = [:]
      return try ChangeTable.history(of: project, session).map { row in
        let entry = try entries[row.entry] ?? EntryTable.entry(row.entry, session)
        entries[row.entry] = entry
        return HistoryStep(
          entry: entry, change: row.change, isUndone: headers.isUndone(row.entry))
      }
    }
  }

  /// Where each value of a project came from.
  package func origins(of project: ProjectID) throws -> [FieldKey: Origin] {
    Origins.of(try history(of: project))
  }

  /// Where the value of a key came from that each of some projects has at a revision, with the entry.
  package func origins(
    of key: FieldKey, in projects: [ProjectID], through revision: Int64
  ) throws -> [ProjectID: (entry: Entry, origin: Origin)] {
    var origins: [ProjectID: (entry: Entry, origin: Origin)] = [:]
    for project in projects {
      let history = try history(of: project).filter { $0.entry.number <= revision }
      guard let origin = Origins.of(history)[key] else { continue }
      let entry = history.first { $0.entry.number == origin.entry }?.entry
      origins[project] = try (entry ?? self.entry(origin.entry), origin)
    }
    return origins
  }
}
