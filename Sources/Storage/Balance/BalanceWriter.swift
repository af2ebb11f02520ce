import Engine
import Ledger

/// Writes projects into the balance: the fields for queries and for display, places on registers, and search texts.
final class BalanceWriter {
  private var rows: ProjectRows
  private let session: Session
  /// The tables of `ProjectRows.tables`, each with its column of project numbers.
  private let layouts: [(table: String, key: String)]
  /// One for each table.
  private let inserts: [any Insertion]

  init(
    _ session: Session, items: ItemNumbers, catalogue: Catalogue, into tables: BalanceTables
  ) throws {
    self.session = session
    rows = ProjectRows(items: items, catalogue: catalogue)
    let layouts = [
      (tables.project, ProjectLayout.project), (tables.detail, ProjectLayout.detail),
      (tables.membership, ProjectLayout.membership), (tables.search, ProjectLayout.search),
      (tables.sound, ProjectLayout.search),
    ]
    self.layouts = layouts.map { (table: $0, key: $1[0]) }
    inserts = try layouts.map { try session.connection.insertion(into: $0, $1) }
  }

  /// Adds new projects.
  func insert(_ rows: ProjectRows) throws {
    for (rows, insert) in zip(rows.tables, inserts) { try rows.add(by: insert) }
  }

  /// Adds new projects; those without a record are skipped.
  func insert(_ states: [ProjectState]) throws { try insert(laidOut(states)) }

  /// The rows of projects; those without a record are skipped. Throws `nameMissing` and the errors of
  /// `ProjectRows.set`.
  func laidOut(_ states: [ProjectState]) throws -> ProjectRows {
    rows.clear()
    for state in states {
      if let record = state.record { try rows.add(state, record) }
    }
    return rows
  }

  /// Removes projects; nothing may refer to them any more.
  func remove(_ ids: [ProjectID]) throws {
    if ids.isEmpty { return }
    for (table, key) in layouts.reversed() {
      let among = session.connection.isAmong(key, ids)
      try session.run(
        """
        DELETE FROM \(table)
        WHERE \(among.sql)
        """, among.values)
    }
  }
}
