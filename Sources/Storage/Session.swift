import Engine
import Ledger

/// A connection for the duration of a read or a write, with a cache of compiled statements.
final class Session {
  let connection: any Connection
  /// The last catalogue read, shared by the reads of a ledger; nil for a write, because its changes may be rolled
  /// back.
  let memo: CatalogueMemo?
  /// The visibility of projects for the reader; everything for a write.
  private(set) var sight: Sight
  /// The columns of all projects in memory; every query applies the visibility itself. Nil if queries read the
  /// tables.
  let columns: PinnedColumns?
  /// The last entry included in the read; nil for the current ledger.
  var past: Int64?
  private var kept: [String: any Statement] = [:]

  private init(
    _ connection: any Connection, memo: CatalogueMemo?, columns: PinnedColumns?, sight: Sight
  ) {
    self.connection = connection
    self.memo = memo
    self.columns = columns
    self.sight = sight
  }

  /// Runs `body` in a session that ends with it.
  static func run<T>(
    _ connection: any Connection, memo: CatalogueMemo? = nil, columns: PinnedColumns? = nil,
    sight: Sight = .everything, _ body: (Session) throws -> T
  ) rethrows -> T {
    let session = Session(connection, memo: memo, columns: columns, sight: sight)
    defer { session.kept = [:] }
    return try body(session)
  }

  /// Runs `body` in a session on the same state with another visibility.
  func seen<T>(by sight: Sight, _ body: (Session) throws -> T) rethrows -> T {
    try Self.run(connection, memo: memo, columns: columns, sight: sight, body)
  }

  /// Runs a query on the whole ledger whose result reveals no project.
  func asWhole<T>(_ body: (Session) throws -> T) rethrows -> T {
    let own = sight
    sight = .everything
    defer { sight = own }
    return try body(self)
  }

  /// Compiles one statement that can be run repeatedly. All its rows may be in memory at once: there are few.
  func statement(_ sql: String) throws -> any Statement { try connection.statement(sql) }

  /// Compiles one query with many rows, which are streamed.
  func stream(_ sql: String) throws -> any Statement { try connection.stream(sql) }

  /// Announces queries that will be run.
  func foresee(_ queries: [ForeseenQuery]) throws { try connection.foresee(queries) }

  /// Runs a script of statements that return nothing.
  func run(_ sql: String) throws { try connection.run(sql) }

  /// Runs one statement with values bound in order.
  func run(_ sql: String, _ values: SQLValue...) throws { try run(sql, values) }

  func run(_ sql: String, _ values: [SQLValue]) throws {
    try withKept(sql, values) { try $0.run() }
  }

  /// The rows of one query, each turned into a value.
  func rows<T>(
    _ sql: String, _ values: SQLValue..., read: (any Statement) throws -> T
  ) throws -> [T] {
    try rows(sql, values, read: read)
  }

  /// The rows of one query, with values from an array.
  func rows<T>(
    _ sql: String, _ values: [SQLValue], read: (any Statement) throws -> T
  ) throws -> [T] {
    try withKept(sql, values) { statement in
      var rows: [T] = []
      while try statement.step() { rows.append(try read(statement)) }
      return rows
    }
  }

  /// The rows of one announced query.
  func rows<T>(_ query: ForeseenQuery, read: (any Statement) throws -> T) throws -> [T] {
    try rows(query.sql, query.values, read: read)
  }

  /// The first row of one query; nil if there is none.
  func row<T>(
    _ sql: String, _ values: SQLValue..., read: (any Statement) throws -> T
  ) throws -> T? {
    try withKept(sql, values) { try $0.step() ? try read($0) : nil }
  }

  /// The integer that a query returns; 0 if it returns no row.
  func integer(_ sql: String, _ values: SQLValue...) throws -> Int64 {
    try withKept(sql, values) { try $0.step() ? $0.int64(0) : 0 }
  }

  /// One more than the greatest value of a column: the one writer assigns numbers itself, in every engine.
  func next(_ column: String, in table: String) throws -> Int64 {
    try integer(
      """
      SELECT coalesce(max(\(column)), 0) + 1
      FROM \(table)
      """)
  }

  /// Runs `body` with a cached statement, since compiling takes longer than most runs. A statement in use is not in
  /// the cache, so that calls can be nested.
  private func withKept<T>(
    _ sql: String, _ values: [SQLValue], _ body: (any Statement) throws -> T
  ) throws -> T {
    let statement = try kept.removeValue(forKey: sql) ?? self.statement(sql)
    try statement.bind(values)
    let result = try body(statement)
    statement.reset()
    kept[sql] = statement
    return result
  }
}
