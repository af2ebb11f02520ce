import Engine
import Ledger

/// Reads the rows of `change` as changes.
enum ChangeTable {
  private static let table = "change"
  static let columns = "entry, project, kind, source_table, source_row, body, id"

  /// A change with the number of its entry.
  struct Row {
    let entry: Int64
    let change: Change
  }

  /// The number of the last change, and the greatest project number ever used; 0 before the first.
  static func ends(_ session: Session) throws -> (change: Int64, project: ProjectID) {
    // Which are the greatest numbers of a change and of a project?
    let ends = try session.row(
      """
      SELECT (SELECT max(id) FROM change), (SELECT max(project) FROM change)
      """
    ) { row in
      let change = try row.int64IfAny(0, in: Stored.number, table, row: row.int64(0)) ?? 0
      let project = try row.int64IfAny(1, in: Stored.project, table, row: row.int64(0)) ?? 0
      return (change: change, project: project)
    }
    return ends ?? (0, 0)
  }

  /// Reads one change from a row of `columns`.
  static func row(_ row: any Statement) throws -> Row {
    let id = row.int64(6)
    let damage = StorageError.damaged(table: table, row: id)
    guard let kind = Change.Kind(rawValue: row.text(2)) else { throw damage }
    guard let content = ChangeText.read(kind: kind, row.bytes(5)) else { throw damage }
    let source = try row.int64IfAny(3, in: Stored.place, table, row: id).map {
      SourceRow(
        table: Int($0), number: Int(try row.int64(4, in: Stored.place, table, row: id)))
    }
    return Row(
      entry: try row.int64(0, in: Stored.number, table, row: id),
      change: Change(
        project: try row.int64(1, in: Stored.project, table, row: id), kind: kind,
        fields: content.fields, stated: content.stated,
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

  /// The changes of several projects, each project's oldest first, up to an entry, by one query.
  static func histories(
    of projects: [ProjectID], through last: Int64 = .max, _ session: Session
  ) throws -> [ProjectID: [Row]] {
    if projects.isEmpty { return [:] }
    let among = session.connection.isAmong("project", projects)
    var histories: [ProjectID: [Row]] = [:]
    // What happened to these projects?
    let rows = try session.rows(
      """
      SELECT \(columns)
      FROM change
      WHERE \(among.sql) AND entry <= ?
      ORDER BY project, entry
      """, among.values + [.integer(last)], read: row)
    for row in rows { histories[row.change.project, default: []].append(row) }
    return histories
  }

  /// Calls `body` with the replay of each project up to an entry, in the given order.
  static func forEachReplay(
    of projects: some Sequence<ProjectID>, through last: Int64 = .max, headers: EntryHeaders,
    _ session: Session, _ body: (Replay) throws -> Void
  ) throws {
    try projects.forEachBatch { batch in
      let histories = try histories(of: batch, through: last, session)
      for project in batch {
        try body(replay(histories[project] ?? [], of: project, headers: headers))
      }
    }
  }

  /// The changes of one entry, in the order of the journal.
  static func changes(of entry: Int64, _ session: Session) throws -> [Change] {
    var changes: [Change] = []
    try forEachChange(of: entry, session) { changes.append($0) }
    return changes
  }

  /// Calls `body` with the changes of one entry, in the order of the journal.
  static func forEachChange(
    of entry: Int64, _ session: Session, _ body: (Change) throws -> Void
  ) throws {
    // Which changes does this entry have?
    let statement = try session.stream(
      """
      SELECT \(columns)
      FROM change
      WHERE id >= (SELECT first_change FROM entry WHERE number = ?)
        AND id < (SELECT first_change + changes FROM entry WHERE number = ?)
      ORDER BY id
      """
    ).bind(.integer(entry), .integer(entry))
    while try statement.step() { try body(row(statement).change) }
  }

  /// The projects that an entry changed, in the order of the journal.
  static func projects(of entry: Int64, _ session: Session) throws -> [ProjectID] {
    // Which projects did this entry change?
    try session.rows(
      """
      SELECT project
      FROM change
      WHERE id >= (SELECT first_change FROM entry WHERE number = ?)
        AND id < (SELECT first_change + changes FROM entry WHERE number = ?)
      ORDER BY id
      """, .integer(entry), .integer(entry)
    ) { try $0.int64(0, in: Stored.project, table, row: entry) }
  }

  /// Replays the changes of a project up to an entry.
  static func replay(
    of project: ProjectID, through last: Int64 = .max, headers: EntryHeaders, _ session: Session
  ) throws -> Replay {
    try replay(
      try history(of: project, through: last, session), of: project, headers: headers)
  }

  /// Replays the given changes of a project.
  static func replay(
    _ history: [Row], of project: ProjectID, headers: EntryHeaders
  ) throws -> Replay {
    var replay = Replay(project: project, headers: headers)
    for row in history {
      guard replay.apply(row.change, of: row.entry) else {
        throw StorageError.damaged(table: table, row: row.entry)
      }
    }
    return replay
  }
}
