import Engine

/// One transaction on a server, reading or writing one ledger.
final class PostgreSQLConnection: Connection {
  let link: Link
  let path: String
  /// The schema with the ledger's tables.
  let schemaName: String
  /// Whether the transaction sees one state and writes nothing: an answer stays true until it ends.
  private let isSnapshot: Bool
  private var foreseen: [Asked: Answer] = [:]
  private var foreseenStreams: [Asked: OpenCursor] = [:]
  /// Cursors to close with the next statement that fetches.
  private var unread: [String] = []
  /// The revision whose projects are in the transaction's settings; nil for none.
  var filledPast: Int64?
  /// Whether queries read projects as of that revision.
  var isPast = false
  /// The replacement rows of each table while they are written.
  var pastRows: [String: PastRows] = [:]

  /// A statement with the values bound to it.
  private struct Asked: Hashable {
    let sql: String
    let parameters: Parameters
  }

  /// A cursor with its first rows.
  typealias OpenCursor = (name: String, rows: Answer)

  init(_ link: Link, schema: String, isSnapshot: Bool) {
    self.isSnapshot = isSnapshot
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

  func foresee(_ queries: [ForeseenQuery]) throws {
    guard isSnapshot, !isPast else { return }
    let asked = queries.map { query in
      let (sql, count) = NumberedParameters.numbered(query.sql)
      var parameters = Parameters()
      for (place, value) in query.values.enumerated() {
        parameters.bind(value, at: Int32(place + 1))
      }
      parameters.fill(to: count)
      return Asked(sql: sql, parameters: parameters)
    }
    let cursors = queries.map { $0.isStream ? link.nextCursor() : nil }
    var statements: [(sql: String, parameters: Parameters)] = []
    for (asked, cursor) in zip(asked, cursors) {
      try check(asked.parameters)
      statements += cursor.map { opening($0, asked) } ?? [(asked.sql, asked.parameters)]
    }
    var answers = try send(statements)[...]
    for (asked, cursor) in zip(asked, cursors) {
      guard let answer = answers.popFirst() else { return }
      if let cursor {
        foreseenStreams[asked] = answers.popFirst().map { (cursor, $0) }
      } else {
        foreseen[asked] = answer
      }
    }
  }

  func answer(_ sql: String, _ parameters: Parameters) throws -> Answer {
    if !isPast, !foreseen.isEmpty {
      let asked = Asked(sql: sql, parameters: parameters)
      // Those without values are asked again and again; those of a batch of projects once.
      let known = parameters.count == 0 ? foreseen[asked] : foreseen.removeValue(forKey: asked)
      if let known { return known }
    }
    return try send((isPast ? PastTables.sql(of: schemaName) : "") + sql, parameters)
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

  /// The number of rows that come with a cursor: most results have fewer.
  static let firstRows: Int32 = 1_000

  /// Opens a cursor and fetches its first rows.
  func open(_ sql: String, _ parameters: Parameters) throws -> OpenCursor {
    let past = isPast ? PastTables.sql(of: schemaName) : ""
    let asked = Asked(sql: past + sql, parameters: parameters)
    if let known = foreseenStreams.removeValue(forKey: asked) { return known }
    try check(parameters)
    let name = link.nextCursor()
    let closing = unread.map { (sql: "CLOSE \($0)", parameters: Parameters()) }
    unread = []
    let answers = try send(closing + opening(name, asked))
    guard let rows = answers.last else {
      throw EngineError.refused(.other, code: 0, message: "FETCH")
    }
    return (name, rows)
  }

  private func opening(
    _ cursor: String, _ asked: Asked
  ) -> [(sql: String, parameters: Parameters)] {
    [
      ("DECLARE \(cursor) NO SCROLL CURSOR FOR \(asked.sql)", asked.parameters),
      ("FETCH \(Self.firstRows) FROM \(cursor)", Parameters()),
    ]
  }

  private func send(
    _ statements: [(sql: String, parameters: Parameters)]
  ) throws -> [Answer] {
    do { return try link.rows(statements) } catch { throw error.error(at: path) }
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
