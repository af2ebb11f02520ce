import Engine

/// Queries that all see one state of a ledger, regardless of concurrent commits.
enum Snapshot {
  private static let begin = """
    BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
    SET LOCAL cursor_tuple_fraction = 1
    """

  static func read<T>(
    _ address: PostgreSQLAddress, _ ledger: Int64, _ body: (any Connection) throws -> T
  ) throws -> T {
    try read(address, schema: Register.schema(of: ledger), body)
  }

  static func read<T>(
    _ address: PostgreSQLAddress, schema: String, _ body: (any Connection) throws -> T
  ) throws -> T {
    try transaction(address, begin + "; SET LOCAL search_path TO \(schema)") { link in
      try body(PostgreSQLConnection(link, schema: schema, isSnapshot: true))
    }
  }

  /// The row of a ledger; nil if there is none.
  static func row(of address: PostgreSQLAddress) throws -> Register.Row? {
    do throws(ServerError) {
      // One statement is a transaction of its own.
      let (link, answer) = try LinkPool.asked(address, Register.asking(address.ledger))
      defer { LinkPool.giveBack(link, ended: true) }
      return try Register.usableRow(answer)
    } catch {
      if error.isWithoutRegister { return nil }
      if case .notWritable(let path) = error.error(at: address.name) {
        throw EngineError.notReadable(path: path)
      }
      throw error.error(at: address.name)
    }
  }

  /// The names of all ledgers in a database.
  static func names(at address: PostgreSQLAddress) throws -> [String] {
    try transaction(address, begin) { (link) -> [String] in
      do throws(ServerError) { return try Register.names(link) } catch {
        if error.isWithoutRegister { return [] }
        throw error.error(at: address.name)
      }
    }
  }

  /// A login without the privilege to read gets `notReadable`, not `notWritable`.
  private static func transaction<T>(
    _ address: PostgreSQLAddress, _ begin: String, _ body: (Link) throws -> T
  ) throws -> T {
    do {
      let link: Link
      do { link = try LinkPool.begun(address, begin) } catch { throw error.error(at: address.name) }
      defer { LinkPool.giveBack(link, ended: false) }
      return try body(link)
    } catch EngineError.notWritable(let path) {
      throw EngineError.notReadable(path: path)
    }
  }
}

/// A ledger opened read-only: every read is a transaction of its own.
final class PostgreSQLReader: Database {
  private let address: PostgreSQLAddress
  /// The ledger when it was opened.
  private let row: Register.Row

  init(_ address: PostgreSQLAddress, _ row: Register.Row) {
    self.address = address
    self.row = row
  }

  var engine: any DatabaseEngine { PostgreSQLEngine() }

  var place: String? { address.name }

  func version() throws -> Int { try row.knownVersion }

  func read<T>(_ body: (any Connection) throws -> T) throws -> T {
    try Snapshot.read(address, row.number, body)
  }

  /// Nil: the administrators of the server keep its backups.
  func keepEarlier() throws -> String? { nil }

  func migrate(refill: (any Connection) throws -> Void) throws -> SchemaSteps? {
    throw EngineError.notWritable(path: address.name)
  }

  func write<T>(_ body: (any Connection) throws -> T) throws -> T {
    throw EngineError.notWritable(path: address.name)
  }

  func writeMuch<T>(_ body: (any Connection) throws -> T) throws -> T {
    throw EngineError.notWritable(path: address.name)
  }

  func copy(to path: String) throws { throw EngineError.notOffered(path: address.name) }

  func askAnew<T>(_ body: (any Connection) throws -> T) throws -> T { try read(body) }

  var isUnseen: Bool { false }

  func publish() throws {}

  func close() throws {}
}

extension Register.Row {
  /// The version, if this program knows it; throws `newerSchema`.
  var knownVersion: Int {
    get throws {
      guard version <= PostgreSQLEngine.schemaVersion else {
        throw EngineError.newerSchema(found: version, known: PostgreSQLEngine.schemaVersion)
      }
      return version
    }
  }
}
