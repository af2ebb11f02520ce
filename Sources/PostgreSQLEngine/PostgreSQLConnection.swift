import Engine

/// One transaction on a server, reading or writing one ledger.
final class PostgreSQLConnection: Connection {
  let link: Link
  let path: String
  /// The schema with the ledger's tables.
  let schemaName: String
  /// Cursors to close with the next statement that fetches.
  private var unread: [String] = []
  /// The revision whose projects are in the transaction's settings; nil for none.
  var filledPast: Int64?
  /// Whether queries read projects as of that revision.
  var isPast = false
  /// The replacement rows of each table while they are written.
  var pastRows: [String: PastRows] = [:]

  init(_ link: Link, schema: String) {
    self.link = link
    path = link.address.name
    schemaName = schema
  }

  func statement(_ sql: String) throws -> any Statement {
    PostgreSQLStatement(sql, isStream: false, self)
  }

  func stream(_ sql: String) throws -> any Statement {
    PostgreSQLStatement(sql, isStream: true, self)
  }

  func run(_ sql: String) throws {
    do { try link.run(sql) } catch { throw error.error(at: path) }
  }

  func insertion(into table: String, _ columns: [String]) throws -> any Insertion {
    if let past = pastRows[table] { return PastInsertion(past, columns) }
    if table == "project_search" { return SearchInsertion(into: table, columns, self) }
    return PostgreSQLInsertion(into: table, columns, self)
  }

  func isAmong(_ expression: String, _ integers: [Int64]) -> SQLCondition {
    let list = "{" + integers.map(String.init).joined(separator: ",") + "}"
    return SQLCondition("\(expression) = ANY (?::bigint[])", [.text(list)])
  }

  /// The rows of a query without parameters, each turned into a value.
  func rows<T>(_ sql: String, read: (Answer, Int32) throws -> T) throws -> [T] {
    let answer: Answer
    do { answer = try link.rows(sql) } catch { throw error.error(at: path) }
    return try (0..<answer.count).map { try read(answer, $0) }
  }

  func withoutTriggers(of table: String, _ body: () throws -> Void) throws {
    try run("ALTER TABLE \(table) DISABLE TRIGGER USER")
    try body()
    try run("ALTER TABLE \(table) ENABLE TRIGGER USER")
  }

  // MARK: Statements

  func answer(_ sql: String, _ parameters: Parameters) throws -> Answer {
    try send((isPast ? PastTables.sql(of: schemaName) : "") + sql, parameters)
  }

  private func send(_ sql: String, _ parameters: Parameters) throws -> Answer {
    try check(parameters)
    do { return try link.rows(sql, parameters) } catch { throw error.error(at: path) }
  }

  /// Queues a statement whose result nobody needs.
  func queue(_ sql: String, _ parameters: Parameters) throws {
    try check(parameters)
    do { try link.queue(sql, parameters) } catch { throw error.error(at: path) }
  }

  private func check(_ parameters: Parameters) throws {
    guard !parameters.holdsZero else {
      throw EngineError.refused(.other, code: 0, message: "U+0000")
    }
  }

  /// Opens a cursor; returns its name.
  func open(_ sql: String, _ parameters: Parameters) throws -> String {
    let name = link.nextCursor()
    let past = isPast ? PastTables.sql(of: schemaName) : ""
    _ = try send("DECLARE \(name) NO SCROLL CURSOR FOR \(past)\(sql)", parameters)
    return name
  }

  /// The next rows of a cursor.
  func fetch(_ count: Int32, from cursor: String) throws -> Answer {
    let closing = unread.map { "CLOSE \($0); " }.joined()
    unread = []
    do { return try link.rows(closing + "FETCH \(count) FROM \(cursor)") } catch {
      throw error.error(at: path)
    }
  }

  func close(_ cursor: String) { unread.append(cursor) }
}
