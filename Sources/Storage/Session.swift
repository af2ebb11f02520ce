import Engine
import Ledger

/// A connection for the length of a read or a write, with the statements that it goes on using.
final class Session {
  let connection: any Connection
  /// The catalogue read last, shared by the reads of a ledger; a write has none, because what it reads may
  /// be taken back.
  let memo: CatalogueMemo?
  /// What whoever asks is shown of projects; all of it where something is written.
  private(set) var sight: Sight
  /// What is kept in memory of the projects, of all of them: what somebody sees of them is part of each question.
  /// Nil where every question reads them.
  let columns: PinnedColumns?
  /// The entry up to which the ledger is read; nil for the ledger of now.
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

  /// Does something in a session that ends with it.
  static func run<T>(
    _ connection: any Connection, memo: CatalogueMemo? = nil, columns: PinnedColumns? = nil,
    sight: Sight = .everything, _ body: (Session) throws -> T
  ) rethrows -> T {
    let session = Session(connection, memo: memo, columns: columns, sight: sight)
    defer { session.kept = [:] }
    return try body(session)
  }

  /// Does something in a session of the same state that shows something else of it.
  func seen<T>(by sight: Sight, _ body: (Session) throws -> T) rethrows -> T {
    try Self.run(connection, memo: memo, columns: columns, sight: sight, body)
  }

  /// Asks the whole ledger something that tells nothing of a project.
  func asWhole<T>(_ body: (Session) throws -> T) rethrows -> T {
    let own = sight
    sight = .everything
    defer { sight = own }
    return try body(self)
  }

  /// Compiles one statement, to be run as often as needed. Its rows are few: they may be in memory at once.
  func statement(_ sql: String) throws -> any Statement { try connection.statement(sql) }

  /// Compiles one query whose rows are many: they come one after the other.
  func stream(_ sql: String) throws -> any Statement { try connection.stream(sql) }

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

  /// The same with values that stand in an array.
  func rows<T>(
    _ sql: String, _ values: [SQLValue], read: (any Statement) throws -> T
  ) throws -> [T] {
    try withKept(sql, values) { statement in
      var rows: [T] = []
      while try statement.step() { rows.append(try read(statement)) }
      return rows
    }
  }

  /// The first row of one query; nil when there is none.
  func row<T>(
    _ sql: String, _ values: SQLValue..., read: (any Statement) throws -> T
  ) throws -> T? {
    try withKept(sql, values) { try $0.step() ? try read($0) : nil }
  }

  /// The one integer a query answers with; 0 when it answers nothing.
  func integer(_ sql: String, _ values: SQLValue...) throws -> Int64 {
    try withKept(sql, values) { try $0.step() ? $0.int64(0) : 0 }
  }

  /// The number behind the greatest of a table: the one writer numbers rows itself, so that no engine does.
  func next(_ column: String, in table: String) throws -> Int64 {
    try integer(
      """
      SELECT coalesce(max(\(column)), 0) + 1
      FROM \(table)
      """)
  }

  /// Does something with a statement that is kept from use to use: compiling takes longer than most of
  /// them run. One that is in use is not kept, so that a question may ask itself again.
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
