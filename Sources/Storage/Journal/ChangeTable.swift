import Ledger

/// The rows of `change`, read back as changes.
enum ChangeTable {
  static let columns = "entry, project, kind, source_table, source_row, body, id"

  /// A change with the entry it belongs to.
  struct Row {
    let entry: Int64
    let change: Change
  }

  /// One change from a row of `columns`.
  static func row(_ row: Statement) throws -> Row {
    let damage = StorageError.damaged(table: "change", row: row.int64(6))
    guard let kind = Change.Kind(rawValue: row.text(2)) else { throw damage }
    guard let content = ChangeText.read(kind: kind, row.bytes(5)) else { throw damage }
    let source = row.int64IfAny(3).map { SourceRow(table: Int($0), number: row.int(4)) }
    return Row(
      entry: row.int64(0),
      change: Change(
        project: row.int64(1), kind: kind, fields: content.fields, stated: content.stated,
        row: source, inheritance: content.inheritance))
  }

  /// The changes of one project, oldest first, up to an entry.
  static func history(
    of project: ProjectID, through last: Int64 = .max, _ session: Session
  ) throws -> [Row] {
    // What happened to this project?
    try session.rows(
      """
      SELECT \(columns)
      FROM change
      WHERE project = ? AND entry <= ?
      ORDER BY entry
      """, .integer(project), .integer(last), read: row)
  }

  /// The changes of one entry, in the order they were made.
  static func changes(of entry: Int64, _ session: Session) throws -> [Change] {
    // What did this entry do?
    try session.rows(
      """
      SELECT \(columns)
      FROM change
      WHERE id >= (SELECT first_change FROM entry WHERE number = ?1)
        AND id < (SELECT first_change + changes FROM entry WHERE number = ?1)
      ORDER BY id
      """, .integer(entry)
    ) { try row($0).change }
  }

  /// The projects an entry did something to.
  static func projects(of entry: Int64, _ session: Session) throws -> [ProjectID] {
    // Which projects did this entry touch?
    try session.rows(
      """
      SELECT project
      FROM change
      WHERE id >= (SELECT first_change FROM entry WHERE number = ?1)
        AND id < (SELECT first_change + changes FROM entry WHERE number = ?1)
      ORDER BY project
      """, .integer(entry)
    ) { $0.int64(0) }
  }

  /// A project led through its changes up to an entry.
  static func replay(
    of project: ProjectID, through last: Int64 = .max, headers: EntryHeaders, _ session: Session
  ) throws -> Replay {
    try replay(
      try history(of: project, through: last, session), of: project, headers: headers)
  }

  /// A project led through the changes given.
  static func replay(
    _ history: [Row], of project: ProjectID, headers: EntryHeaders
  ) throws -> Replay {
    var replay = Replay(project: project, headers: headers)
    for row in history {
      guard replay.apply(row.change, of: row.entry) else {
        throw StorageError.damaged(table: "change", row: row.entry)
      }
    }
    return replay
  }
}
