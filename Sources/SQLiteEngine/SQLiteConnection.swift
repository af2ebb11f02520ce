import Engine
import GRDB
import GRDBSQLite

/// One connection to an SQLite file.
final class SQLiteConnection: Connection {
  private let path: String
  private let database: GRDB.Database
  private let handle: OpaquePointer?
  /// The revision whose projects are in the temporary tables; nil for none.
  var filledPast: Int64?

  init(_ database: GRDB.Database, path: String) {
    self.path = path
    self.database = database
    handle = database.sqliteConnection
  }

  func statement(_ sql: String) throws -> any Engine.Statement { try compiled(sql) }

  /// Every statement steps through its rows one by one.
  func stream(_ sql: String) throws -> any Engine.Statement { try compiled(sql) }

  /// There is nobody to wait for.
  func foresee(_ queries: [ForeseenQuery]) throws {}

  /// Compiles one statement.
  func compiled(_ sql: String) throws -> SQLiteStatement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else { throw failure() }
    return SQLiteStatement(statement, self)
  }

  func run(_ sql: String) throws {
    guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  func insertion(into table: String, _ columns: [String]) throws -> any Insertion {
    try SQLiteInsertion(into: table, columns, self)
  }

  func isAmong(_ expression: String, _ integers: [Int64]) -> SQLCondition {
    let list = "[" + integers.map(String.init).joined(separator: ",") + "]"
    return SQLCondition("\(expression) IN (SELECT value FROM json_each(?))", [.text(list)])
  }

  func withoutTriggers(of table: String, _ body: () throws -> Void) throws {
    let statement = try compiled(
      """
      SELECT name, sql
      FROM sqlite_master
      WHERE type = 'trigger' AND tbl_name = ?
      ORDER BY name
      """)
    try statement.bind(.text(table))
    var triggers: [(name: String, sql: String)] = []
    while try statement.step() { triggers.append((statement.text(0), statement.text(1))) }
    for trigger in triggers { try run("DROP TRIGGER \"\(trigger.name)\"") }
    try body()
    for trigger in triggers { try run(trigger.sql) }
  }

  /// The rows of one query, each turned into a value.
  func rows<T>(_ sql: String, read: (SQLiteStatement) throws -> T) throws -> [T] {
    let statement = try compiled(sql)
    var rows: [T] = []
    while try statement.step() { rows.append(try read(statement)) }
    return rows
  }

  /// The integer that a query returns; 0 if it returns no row.
  func integer(_ sql: String) throws -> Int64 { try rows(sql) { $0.int64(0) }.first ?? 0 }

  func failure() -> EngineError {
    EngineError(
      code: sqlite3_extended_errcode(handle), message: String(cString: sqlite3_errmsg(handle)),
      path: path, system: sqlite3_system_errno(handle))
  }
}
