import Engine
package import Ledger

/// An entry with everything that its hash covers besides its changes.
package struct JournalEntry: Sendable {
  package let entry: Entry
  /// The hash of the previous entry; 64 zeros for the first.
  package let previousHash: String
  package let items: [ItemChange]
  /// The register of books sent out at the time of the entry; nil in entries of older ledgers.
  package let published: String?
  /// The entry's notes, in the order of the hash.
  package let notes: [(kind: String, text: String)]

  /// A change of a catalogue item: its canonical text before, nil for a new item, and after.
  package struct ItemChange: Hashable, Sendable {
    package let kind: String
    package let code: String
    package let before: String?
    package let after: String
  }
}

extension LedgerStore {
  /// Calls `take` with one change after another, in the order of the journal.
  package typealias Changes = (_ take: (Change) throws -> Void) throws -> Void

  /// Calls `body` with the journal after one entry and up to another, oldest first. The changes of an entry are
  /// streamed, so that memory does not depend on their number.
  package func forEachEntry(
    after first: Int64 = 0, through last: Int64,
    _ body: (JournalEntry, _ changes: Changes) throws -> Void
  ) throws {
    try database.read { session in
      // Which entries are there?
      let entries = try session.stream(
        """
        SELECT \(EntryTable.columns)
        FROM entry
        WHERE number > ? AND number <= ?
        ORDER BY number
        """
      ).bind(.integer(first), .integer(last))
      // Which changes does this entry have, in order?
      let changes = try session.stream(
        """
        SELECT \(ChangeTable.columns)
        FROM change
        WHERE id >= ? AND id < ?
        ORDER BY id
        """)
      while try entries.step() {
        let entry = JournalEntry(
          entry: try EntryTable.entry(entries), previousHash: entries.text(19),
          items: try Self.items(of: entries.int64(0), session),
          published: entries.textIfAny(25),
          notes: try NoteTable.texts(of: entries.int64(0), session).map {
            ($0.kind.rawValue, $0.text)
          })
        let span = try EntryTable.changes(entries)
        try body(entry) { take in
          changes.reset()
          try changes.bind(.integer(span.lowerBound), .integer(span.upperBound))
          while try changes.step() { try take(ChangeTable.row(changes).change) }
        }
      }
    }
  }

  private static func items(
    of entry: Int64, _ session: Session
  ) throws -> [JournalEntry.ItemChange] {
    // How did this entry change the catalogue?
    try session.rows(
      """
      SELECT kind, code, before, after
      FROM catalogue_change
      WHERE entry = ?
      ORDER BY id
      """, .integer(entry)
    ) { row in
      JournalEntry.ItemChange(
        kind: row.text(0), code: row.text(1), before: row.textIfAny(2), after: row.text(3))
    }
  }
}
