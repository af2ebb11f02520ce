import Engine
import Foundation
import Ledger

@testable import SQLiteEngine
@testable import Storage

extension Fixture {
  /// Links the chain anew over what the schema has kept of it: what it lacks was never covered.
  private func writeHashesAgain(_ session: Session) throws {
    let known = try session.rows("SELECT name FROM pragma_table_info('entry')") { $0.text(0) }
    let columns = EntryTable.columns.split { ",\n ".contains($0) }.map(String.init)
    let entries = try session.statement(
      "SELECT \(columns.map { known.contains($0) ? $0 : "NULL" }.joined(separator: ", "))"
        + " FROM entry ORDER BY number")
    var previous = EntryHash.none
    while try entries.step() {
      var hash = EntryTable.hash(entries, previous: previous)
      var counts = Entry.Counts(unchanged: entries.int(15))
      (counts.created, counts.updated) = (entries.int(12), entries.int(13))
      counts.removed = entries.int(14)
      let number = entries.int64(0)
      _ = try session.rows(
        "SELECT \(ChangeTable.columns) FROM change WHERE entry = ? ORDER BY id", .integer(number)
      ) { row in
        let change = try ChangeTable.row(row).change
        hash.add(
          project: change.project, kind: change.kind, row: change.row, body: row.bytes(5))
      }
      _ = try session.rows(
        "SELECT kind, code, before, after FROM catalogue_change WHERE entry = ? ORDER BY id",
        .integer(number)
      ) { hash.add($0, 0...3) }
      let own = hash.finish(counts: counts)
      try session.run(
        "UPDATE entry SET previous_hash = ?, hash = ? WHERE number = ?", .text(previous),
        .text(own), .integer(number))
      previous = own
    }
  }

  /// Writes the closed ledger's rows into a file of an earlier schema that takes its place: what the
  /// earlier schema knows is copied column by column, the rest is left behind.
  func writeAgain(with steps: [Migration]) throws {
    let newest = file("newest.sqlite")
    try FileManager.default.moveItem(atPath: path, toPath: newest)
    let database = try LedgerDatabase.writing(path: path, timeout: .seconds(5))
    try database.writeWithoutTransaction { session in
      try session.run("PRAGMA foreign_keys = OFF")
      for step in steps { try session.run(step.sql) }
      try session.run("ATTACH DATABASE ? AS newest", .text(newest))
      let tables = try session.rows(
        """
        SELECT name
        FROM sqlite_schema
        WHERE type = 'table'
        """
      ) { $0.text(0) }
      for table in tables {
        let columns = try session.rows(
          """
          SELECT mine.name
          FROM pragma_table_info(?1, 'main') AS mine
          JOIN pragma_table_info(?1, 'newest') AS theirs ON theirs.name = mine.name
          """, .text(table)
        ) { $0.text(0) }.joined(separator: ", ")
        try session.run(
          "INSERT INTO main.\(table) (\(columns)) SELECT \(columns) FROM newest.\(table)")
      }
      try session.run("DETACH DATABASE newest")
      try writeHashesAgain(session)
      try session.run("PRAGMA application_id = \(Migration.applicationID)")
      try session.run("PRAGMA user_version = \(steps.count)")
      try session.run("PRAGMA foreign_keys = ON")
    }
    try database.close()
  }
}
