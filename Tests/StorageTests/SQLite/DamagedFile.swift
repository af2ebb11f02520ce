import Engine
import Foundation
import Ledger

@testable import Storage

/// Writes into a closed ledger's file what no table of it allows, as a bad disk or a person would.
struct DamagedFile {
  let path: String

  /// A value of a column of the first or last row of a table is replaced.
  struct Damage: CustomStringConvertible, Sendable {
    let table: String
    let column: String
    let value: String
    let isLast: Bool

    var description: String { "\(table).\(column)\(isLast ? " last" : "") = \(value)" }
  }

  /// SQL of values that no reader expects.
  static let values = [
    "NULL", "'x'", "''", "0", "-1", "1", "9223372036854775807", "-9223372036854775808",
    "1099511627776", "1e308", "CAST(x'FF80C0' AS TEXT)", "'a' || char(0) || 'b'",
    "x'00FF'", "replace(hex(zeroblob(50000)), '00', '项=1 ')", "'2026=99999999999999999999'",
    "'done.2026=77'", "'0:9223372036854775807=9223372036854775807x9'",
    "'#' || char(10) || 'name' || char(9) || '9223372036854775807' || char(10)",
    "replace(hex(zeroblob(300)), '0', '[')",
  ]

  static let tables: KeyValuePairs<String, String> = [
    "entry": "number", "change": "id", "catalogue_change": "id", "catalogue_item": "id",
    "upload": "rowid", "project": "id", "project_detail": "project", "project_search": "project",
    "project_sound": "project", "membership": "project", "sender": "id", "statement": "project",
    "publication": "number",
  ]

  /// Every column of every table with every value.
  static func all(_ session: Session) throws -> [Damage] {
    try tables.flatMap { table, _ in
      try session.rows("SELECT name FROM pragma_table_info(?)", .text(table)) { $0.text(0) }
        .flatMap { column in
          values.flatMap { value in
            [true, false].map {
              Damage(table: table, column: column, value: value, isLast: $0)
            }
          }
        }
    }
  }

  /// Damages the file, and leaves its schema as it was; false when the value cannot stand there or did
  /// already.
  func apply(_ damage: Damage) throws -> Bool {
    let schema = try relax()
    let database = try LedgerDatabase.writing(path: path, timeout: .seconds(5))
    let key = Self.tables.first { $0.key == damage.table }?.value ?? "rowid"
    var altered: Int64 = 0
    try database.writeWithoutTransaction { session in
      try session.run(
        "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;"
          + "DROP TRIGGER IF EXISTS publication_is_final")
      do {
        try session.run(
          """
          UPDATE OR IGNORE \(damage.table)
          SET \(damage.column) = \(damage.value)
          WHERE \(key) = (SELECT \(damage.isLast ? "max" : "min")(\(key)) FROM \(damage.table))
            AND \(damage.column) IS NOT \(damage.value)
          """)
        altered = try session.integer("SELECT changes()")
      } catch EngineError.refused {
        // The number of a row can only be a number.
      }
      try session.run("PRAGMA writable_schema = ON")
      for (name, sql) in schema {
        try session.run(
          "UPDATE sqlite_schema SET sql = ? WHERE name = ?", .text(sql), .text(name))
      }
      for trigger in schema where trigger.name == "publication_is_final" {
        try session.run("PRAGMA writable_schema = RESET")
        try session.run(trigger.sql)
      }
    }
    try database.close()
    return altered > 0
  }

  /// Takes the types and constraints out of the schema; hands it back as it was.
  private func relax() throws -> [(name: String, sql: String)] {
    let database = try LedgerDatabase.writing(path: path, timeout: .seconds(5))
    let schema = try database.writeWithoutTransaction { session in
      let schema = try session.rows(
        "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
      ) { (name: $0.text(0), sql: $0.text(1)) }
      try session.run(
        """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema
        SET sql = replace(replace(sql, 'STRICT, ', ''), ') STRICT', ')')
        WHERE type = 'table'
        """)
      for type in ["TEXT", "INTEGER", "BLOB"] {
        try session.run(
          "UPDATE sqlite_schema SET sql = replace(sql, '\(type) NOT NULL', '\(type)')")
      }
      return schema
    }
    try database.close()
    return schema
  }
}
