import Engine
import Ledger

/// Writes projects into the balance: what is asked, shown and searched by, and places on registers.
final class BalanceWriter {
  private var rows: ProjectRows
  /// One for each table of `ProjectRows.tables`.
  private let inserts: [any Insertion]
  private let deletes: [any Statement]
  /// Rewrites the row that others refer to.
  private let updateProject: any Statement
  private let deleteStatements: any Statement

  init(
    _ session: Session, items: ItemNumbers, catalogue: Catalogue, into tables: BalanceTables
  ) throws {
    rows = ProjectRows(items: items, catalogue: catalogue)
    let layouts = [
      (tables.project, ProjectLayout.project), (tables.detail, ProjectLayout.detail),
      (tables.membership, ProjectLayout.membership), (tables.search, ProjectLayout.search),
      (tables.sound, ProjectLayout.search),
    ]
    inserts = try layouts.map { try session.connection.insertion(into: $0, $1) }
    deletes = try layouts.map { table, columns in
      try session.statement(
        """
        DELETE FROM \(table)
        WHERE \(columns[0]) = ?
        """)
    }
    updateProject = try session.statement(
      ProjectLayout.update(tables.project, ProjectLayout.project))
    deleteStatements = try session.statement(
      """
      DELETE FROM statement
      WHERE project = ?
      """)
  }

  /// Adds projects that are not there.
  func insert(_ rows: ProjectRows) throws {
    for (rows, insert) in zip(rows.tables, inserts) { try rows.add(by: insert) }
  }

  /// Adds a project that is not there.
  func insert(_ state: ProjectState, _ record: Record) throws {
    try rows.take(state, record)
    try insert(rows)
  }

  /// Rewrites a project that is there.
  func update(_ state: ProjectState, _ record: Record) throws {
    try rows.take(state, record)
    try rows.project.rewrite(by: updateProject)
    for (rows, (delete, insert)) in zip(rows.tables, zip(deletes, inserts)).dropFirst() {
      try delete.bind(.integer(state.id)).run()
      try rows.add(by: insert)
    }
  }

  /// Removes a project and what senders said about it.
  func remove(_ id: ProjectID) throws {
    try deleteStatements.bind(.integer(id)).run()
    for delete in deletes.reversed() { try delete.bind(.integer(id)).run() }
  }
}
