import Engine
import Ledger

/// Writes projects into the balance: what is asked, shown and searched by, and places on registers.
final class BalanceWriter {
  private var rows: ProjectRows
  private let session: Session
  /// The tables of `ProjectRows.tables`, each with the column that names the project.
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

  /// Adds projects that are not there.
  func insert(_ rows: ProjectRows) throws {
    for (rows, insert) in zip(rows.tables, inserts) { try rows.add(by: insert) }
  }

  /// Adds projects that are not there, as far as there is something of them.
  func insert(_ states: [ProjectState]) throws { try insert(laidOut(states)) }

  /// The rows of projects, as far as there is something of them; throws what such rows may not hold.
  func laidOut(_ states: [ProjectState]) throws -> ProjectRows {
    rows.clear()
    for state in states {
      if let record = state.record { try rows.add(state, record) }
    }
    return rows
  }

  /// Removes projects; nothing else refers to them any more.
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
