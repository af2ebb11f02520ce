import GRDB
import GRDBSQLite

/// One connection for the length of a read or a write: prepares and runs statements.
final class Session {
  let path: String
  /// The catalogue read last, shared by the reads of an engine; a write has none, because what it
  /// reads may be taken back.
  let memo: CatalogueMemo?
  private let database: Database
  private let connection: OpaquePointer?
  private var kept: [String: Statement] = [:]

  init(_ database: Database, path: String, memo: CatalogueMemo? = nil) {
    self.path = path
    self.memo = memo
    self.database = database
    connection = database.sqliteConnection
  }

  /// Compiles one statement, to be run as often as needed.
  func statement(_ sql: String) throws -> Statement {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &handle, nil)
    guard code == SQLITE_OK, let handle else { throw failure() }
    return Statement(handle, session: self)
  }

  /// Runs a script of statements that return nothing.
  func run(_ sql: String) throws {
    guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
  }

  /// Runs one statement with values bound in order.
  func run(_ sql: String, _ values: SQLValue...) throws {
    try withKept(sql, values) { try $0.run() }
  }

  /// The rows of one query, each turned into a value.
  func rows<T>(_ sql: String, _ values: SQLValue..., read: (Statement) throws -> T) throws -> [T] {
    try withKept(sql, values) { statement in
      var rows: [T] = []
      while try statement.step() { rows.append(try read(statement)) }
      return rows
    }
  }

  /// The first row of one query; nil when there is none.
  func row<T>(_ sql: String, _ values: SQLValue..., read: (Statement) throws -> T) throws -> T? {
    try withKept(sql, values) { try $0.step() ? try read($0) : nil }
  }

  /// The one integer a query answers with; 0 when it answers nothing.
  func integer(_ sql: String, _ values: SQLValue...) throws -> Int64 {
    try withKept(sql, values) { try $0.step() ? $0.int64(0) : 0 }
  }

  /// Lets go of the statements that are kept; the session's last act.
  func close() { kept = [:] }

  /// Does something with a statement that is kept from use to use: compiling takes longer than most of
  /// them run. One that is in use is not kept, so that a question may ask itself again.
  private func withKept<T>(
    _ sql: String, _ values: [SQLValue], _ body: (Statement) throws -> T
  ) throws -> T {
    let statement = try kept.removeValue(forKey: sql) ?? self.statement(sql)
    try statement.bind(values)
    let result = try body(statement)
    statement.reset()
    kept[sql] = statement
    return result
  }

  func failure() -> StorageError {
    StorageError(
      code: sqlite3_extended_errcode(connection),
      message: String(cString: sqlite3_errmsg(connection)),
      path: path, system: sqlite3_system_errno(connection))
  }
}
