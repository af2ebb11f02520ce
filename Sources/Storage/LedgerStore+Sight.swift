import Engine
package import Ledger

extension LedgerStore {
  /// The same ledger restricted to what a user can see when reading projects. Writes are not restricted.
  package func seen(by sight: Sight) -> LedgerStore {
    LedgerStore(database.seen(by: sight), watch: watch)
  }

  /// The visibility of the ledger's projects.
  package var sight: Sight { database.sight }

  /// The whole ledger, for results that reveal no projects.
  package var whole: LedgerStore { seen(by: .everything) }

  /// Whether all projects are visible.
  package var showsEverything: Bool { database.sight.reach.isEverything }

  /// Returns those of some projects that are visible.
  package func visible(_ projects: some Sequence<ProjectID>) throws -> Set<ProjectID> {
    if showsEverything { return Set(projects) }
    return try database.read { session in
      let reader = try VisibilityReader(session)
      return Set(try projects.filter { try reader.shows($0) })
    }
  }

  /// The numbers of visible changes in some entries, by entry; entries without one are omitted.
  package func shownCounts(
    of entries: some Sequence<Int64>
  ) throws -> [Int64: Entry.Counts] {
    try database.read { session in
      let condition = try session.sight.condition(session)
      // Which visible projects did this entry change?
      let statement = try session.statement(
        """
        SELECT c.kind, count(*)
        FROM change AS c
        JOIN project AS p ON p.id = c.project
        WHERE c.id >= (SELECT first_change FROM entry WHERE number = ?)
          AND c.id < (SELECT first_change + changes FROM entry WHERE number = ?)
          AND \(condition?.sql ?? "TRUE")
        GROUP BY c.kind
        """)
      var shown: [Int64: Entry.Counts] = [:]
      for entry in entries {
        try statement.bind([.integer(entry), .integer(entry)] + (condition?.values ?? []))
        while try statement.step() {
          var counts = shown[entry] ?? Entry.Counts()
          switch Change.Kind(rawValue: statement.text(0)) {
          case .create: counts.created = statement.int(1)
          case .update: counts.updated = statement.int(1)
          case .remove: counts.removed = statement.int(1)
          case nil: throw StorageError.damaged(table: "change", row: entry)
          }
          shown[entry] = counts
        }
        statement.reset()
      }
      return shown
    }
  }
}
