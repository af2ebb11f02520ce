import Ledger

/// Writes projects into the balance: both tables and the search text.
final class BalanceWriter {
  private let catalogue: Catalogue
  private var row: ProjectRow
  private let inserts: [Statement]
  private let updates: [Statement]
  private let deletes: [Statement]
  private let insertSearch: Statement
  private let updateSearch: Statement

  init(
    _ session: Session, items: ItemNumbers, catalogue: Catalogue, into tables: BalanceTables
  ) throws {
    self.catalogue = catalogue
    row = ProjectRow(items: items)
    inserts = [
      try session.statement(ProjectLayout.insert(into: tables.project, ProjectLayout.project)),
      try session.statement(ProjectLayout.insert(into: tables.detail, ProjectLayout.detail)),
    ]
    updates = [
      try session.statement(ProjectLayout.update(tables.project, ProjectLayout.project)),
      try session.statement(ProjectLayout.update(tables.detail, ProjectLayout.detail)),
    ]
    insertSearch = try session.statement(
      """
      INSERT INTO \(tables.search) (project, text)
      VALUES (?, ?)
      """)
    updateSearch = try session.statement(
      """
      UPDATE \(tables.search)
      SET text = ?2
      WHERE project = ?1
      """)
    deletes = try ["statement", tables.search, tables.detail].map { table in
      try session.statement(
        """
        DELETE FROM \(table)
        WHERE project = ?
        """)
    }
    let deleteProject = try session.statement(
      """
      DELETE FROM \(tables.project)
      WHERE id = ?
      """)
    self.deleteProject = deleteProject
  }

  private let deleteProject: Statement

  /// Adds a project that is not there.
  func insert(_ state: ProjectState, _ record: Record) throws {
    try prepare(state, record)
    try row.project.run(inserts[0])
    try row.detail.run(inserts[1])
    try insertSearch.bind(.integer(state.id), .text(SearchText.of(record, catalogue: catalogue)))
      .run()
  }

  /// Rewrites a project that is there.
  func update(_ state: ProjectState, _ record: Record) throws {
    try prepare(state, record)
    try row.project.run(updates[0])
    try row.detail.run(updates[1])
    try updateSearch.bind(.integer(state.id), .text(SearchText.of(record, catalogue: catalogue)))
      .run()
  }

  /// Removes a project and what senders said about it.
  func remove(_ id: ProjectID) throws {
    for delete in deletes + [deleteProject] { try delete.bind(.integer(id)).run() }
  }

  private func prepare(_ state: ProjectState, _ record: Record) throws {
    guard let name = record.text(.name), !name.isEmpty else {
      throw StorageError.nameMissing(row: nil)
    }
    row.begin(state.id, created: state.created, revision: state.revision)
    for entry in record.entries { try row.set(entry.value, of: entry.key) }
    for (key, month) in state.reach.sorted(by: { $0.key < $1.key }) {
      row.set(reach: month, of: key)
    }
  }
}
