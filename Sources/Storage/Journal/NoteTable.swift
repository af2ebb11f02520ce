import Engine
import Ledger

/// The rows of `entry_note`: notes of entries besides their changes.
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

  /// The notes of an entry, in the order of its hash.
  static func texts(
    of entry: Int64, _ session: Session
  ) throws -> [(kind: EntryNotes.Kind, text: String)] {
    // Which notes does this entry have?
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

  /// The notes of one kind, oldest first.
  static func texts(
    of kind: EntryNotes.Kind, through last: Int64, _ session: Session
  ) throws -> [(entry: Int64, text: String)] {
    // Which entries have a note of this kind, and which?
    try session.rows(
      """
      SELECT entry, body
      FROM entry_note
      WHERE kind = ? AND entry <= ?
      ORDER BY entry
      """, .text(kind.rawValue), .integer(last)
    ) { (try $0.key(0, in: Stored.number, table), $0.text(1)) }
  }

  /// Whether an entry adds a pending item or resolves one.
  static func altersQueue(_ entry: Int64, _ session: Session) throws -> Bool {
    // Does this entry have notes on pending items?
    try session.integer(
      """
      SELECT count(*)
      FROM entry_note
      WHERE entry = ? AND kind IN (?, ?, ?)
      """, .integer(entry), .text(EntryNotes.Kind.held.rawValue),
      .text(EntryNotes.Kind.settled.rawValue), .text(EntryNotes.Kind.pairs.rawValue)) > 0
  }

  /// Whether all notes of an entry are well-formed.
  static func areReadable(of entry: Int64, _ session: Session) throws -> Bool {
    // Which notes does this entry have?
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
