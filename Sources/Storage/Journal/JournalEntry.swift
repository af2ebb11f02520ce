import Engine
package import Ledger

/// An entry with what its hash covers beside its changes.
package struct JournalEntry: Sendable {
  package let entry: Entry
  /// The hash of the entry before; 64 zeros before the first.
  package let previousHash: String
  package let items: [ItemChange]
  /// The register of books sent out as the entry found it; nil in entries of ledgers that did not keep it.
  package let published: String?
  /// What it says beside its changes, in the order in which its hash covers it.
  package let notes: [(kind: String, text: String)]

  /// What an entry did to an item of the catalogue: its canonical text before, nil for a new one, and
  /// after.
  package struct ItemChange: Hashable, Sendable {
    package let kind: String
    package let code: String
    package let before: String?
    package let after: String
  }
}

extension LedgerStore {
  /// Hands over one change after another, in the order they were written.
  package typealias Changes = (_ take: (Change) throws -> Void) throws -> Void

  /// Hands over the journal behind an entry and up to another, oldest first. The changes of an entry are read while they are
  /// taken, so that memory follows none of them.
  package func forEachEntry(
    after first: Int64 = 0, through last: Int64,
    _ body: (JournalEntry, _ changes: Changes) throws -> Void
  ) throws {
    try database.read { session in
      // Which acts were there?
      let entries = try session.stream(
        """
        SELECT \(EntryTable.columns)
        FROM entry
        WHERE number > ? AND number <= ?
        ORDER BY number
        """
      ).bind(.integer(first), .integer(last))
      // What did this one do, in the order it was written?
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
    // What did this act do to the catalogue?
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
