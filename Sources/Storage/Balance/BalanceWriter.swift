import Ledger

/// Writes projects into the balance: both tables and the search text.
final class BalanceWriter {
  private var rows: ProjectRows
  private let inserts: [Statement]
  private let updates: [Statement]
  private let deletes: [Statement]
  private let deleteProject: Statement

  init(
    _ session: Session, items: ItemNumbers, catalogue: Catalogue, into tables: BalanceTables
  ) throws {
    rows = ProjectRows(items: items, catalogue: catalogue)
    let layouts = [
      (tables.project, ProjectLayout.project), (tables.detail, ProjectLayout.detail),
      (tables.search, ["project", "text"]),
    ]
    inserts = try layouts.map { try session.statement(ProjectLayout.insert(into: $0, $1)) }
    updates = try layouts.map { try session.statement(ProjectLayout.update($0, $1)) }
    deletes = try ["statement", tables.search, tables.detail].map { table in
      try session.statement(
        """
        DELETE FROM \(table)
        WHERE project = ?
        """)
    }
    deleteProject = try session.statement(
      """
      DELETE FROM \(tables.project)
      WHERE id = ?
      """)
  }

  /// Adds projects that are not there.
  func insert(_ rows: ProjectRows) throws {
    for (rows, insert) in zip([rows.project, rows.detail, rows.search], inserts) {
      try rows.run(insert)
    }
  }

  /// Adds a project that is not there.
  func insert(_ state: ProjectState, _ record: Record) throws {
    try prepare(state, record)
    try insert(rows)
  }

  /// Rewrites a project that is there.
  func update(_ state: ProjectState, _ record: Record) throws {
    try prepare(state, record)
    for (rows, update) in zip([rows.project, rows.detail, rows.search], updates) {
      try rows.run(update)
    }
  }

  /// Removes a project and what senders said about it.
  func remove(_ id: ProjectID) throws {
    for delete in deletes + [deleteProject] { try delete.bind(.integer(id)).run() }
  }

  private func prepare(_ state: ProjectState, _ record: Record) throws {
    guard let name = record.text(.name), !name.isEmpty else {
      throw StorageError.nameMissing(row: nil)
    }
    rows.clear()
    rows.begin(
      state.id, created: state.created, revision: state.revision, searched: record)
    for entry in record.entries { try rows.set(entry.value, of: entry.key) }
    for (key, month) in state.reach.sorted(by: { $0.key < $1.key }) {
      rows.set(reach: month, of: key)
    }
  }
}
