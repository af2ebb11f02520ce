import Foundation
import Ledger

@testable import Storage

extension Fixture {
  /// Writes the closed ledger's rows into a file of an earlier schema that takes its place: what the
  /// earlier schema knows is copied column by column, the rest is left behind.
  func writeAgain(with steps: [Migration]) throws {
    let newest = file("newest.sqlite")
    try FileManager.default.moveItem(atPath: path, toPath: newest)
    let engine = try Engine.writing(path: path, timeout: .seconds(5))
    try engine.writeWithoutTransaction { session in
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
      try session.setApplicationID(Migration.applicationID)
      try session.setSchemaVersion(steps.count)
      try session.run("PRAGMA foreign_keys = ON")
    }
    try engine.close()
  }
}
