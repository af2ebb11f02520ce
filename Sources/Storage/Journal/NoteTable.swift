import Engine
import Ledger

/// The rows of `entry_note`: what entries say beside their changes.
enum NoteTable {
  private static let table = "entry_note"

  static func write(_ kind: EntryNotes.Kind, _ text: String, of entry: Int64, _ session: Session)
    throws
  {
    try session.run(
      """
      INSERT INTO entry_note (entry, kind, body)
      VALUES (?, ?, ?)
      """, .integer(entry), .text(kind.rawValue), .text(text))
  }

  /// What an entry says, in the order in which its hash covers it.
  static func texts(
    of entry: Int64, _ session: Session
  ) throws -> [(kind: EntryNotes.Kind, text: String)] {
    // What does this entry say beside its changes?
    try session.rows(
      """
      SELECT kind, body
      FROM entry_note
      WHERE entry = ?
      ORDER BY kind
      """, .integer(entry)
    ) { row in
      guard let kind = EntryNotes.Kind(rawValue: row.text(0)) else {
        throw StorageError.damaged(table: table, row: entry)
      }
      return (kind, row.text(1))
    }
  }

  /// What entries say of one kind, oldest first.
  static func texts(
    of kind: EntryNotes.Kind, through last: Int64, _ session: Session
  ) throws -> [(entry: Int64, text: String)] {
    // Which entries say something of this kind, and what?
    try session.rows(
      """
      SELECT entry, body
      FROM entry_note
      WHERE kind = ? AND entry <= ?
      ORDER BY entry
      """, .text(kind.rawValue), .integer(last)
    ) { (try $0.key(0, in: Stored.number, table), $0.text(1)) }
  }

  /// Whether an entry says that something waits, or waits no longer.
  static func altersQueue(_ entry: Int64, _ session: Session) throws -> Bool {
    // Does this entry hold or settle anything?
    try session.integer(
      """
      SELECT count(*)
      FROM entry_note
      WHERE entry = ? AND kind IN (?, ?, ?)
      """, .integer(entry), .text(EntryNotes.Kind.held.rawValue),
      .text(EntryNotes.Kind.settled.rawValue), .text(EntryNotes.Kind.pairs.rawValue)) > 0
  }

  /// Whether every note of an entry reads as one.
  static func areReadable(of entry: Int64, _ session: Session) throws -> Bool {
    // What does this entry say beside its changes?
    try session.rows(
      """
      SELECT kind, body
      FROM entry_note
      WHERE entry = ?
      """, .integer(entry)
    ) { row in
      EntryNotes.Kind(rawValue: row.text(0)).map { EntryNotes.isReadable($0, row.text(1)) } ?? false
    }.allSatisfy { $0 }
  }
}
