package import Engine

/// Ledgers in PostgreSQL: one schema each, many readers, one writing process at a time.
package struct PostgreSQLEngine: DatabaseEngine {
  package init() {}

  /// Whether a text is the address of a ledger in a server.
  package static func isAddress(_ text: String) -> Bool { PostgreSQLAddress.isOne(text) }

  /// Versions are numbered as in files, from which the tables were adopted: the first version here is 11.
  static let schemaVersion = 12

  package var latestSchema: Int { Self.schemaVersion }

  package func schema(version: Int) throws -> [SchemaObject: String] {
    version == Self.schemaVersion ? LedgerTables.described : [:]
  }

  package func accountsSchema() throws -> [SchemaObject: String] { AccountTables.described }

  package func name(of path: String) -> String { PostgreSQLAddress(path).name }

  /// A title of database and ledger: `city-liuzhou`.
  package func title(of path: String) -> String {
    let address = PostgreSQLAddress(path)
    let base = address.connection.split(separator: "?", maxSplits: 1)[0]
    let database = base.split(separator: "/").dropFirst().last.map(String.init) ?? ""
    let name = database.contains("@") || database.isEmpty ? "postgres" : database
    return name + "-" + address.ledger
  }

  /// A server has no file to check.
  package func check(path: String) throws {}

  package func stands(at path: String) throws -> Bool {
    let address = PostgreSQLAddress(path)
    return try Snapshot.row(of: address) != nil
  }

  /// Databases are created by the server's administrator.
  package func makePlace(for path: String) throws {}

  package func reading(path: String) throws -> any Database {
    let address = PostgreSQLAddress(path)
    guard let row = try Snapshot.row(of: address) else {
      throw EngineError.missing(path: address.name)
    }
    guard row.isUsable else { throw EngineError.notReadable(path: address.name) }
    return PostgreSQLReader(address, row)
  }

  package func writing(
    path: String, timeout: Duration, _ waits: () throws -> Void
  ) throws -> any Database {
    let address = PostgreSQLAddress(path)
    return PostgreSQLWriter(try WriterLock(address, timeout: timeout, waits), isSeenAtOnce: true)
  }

  package func beginning(
    path: String, timeout: Duration, _ waits: () throws -> Void
  ) throws -> (any Database)? {
    let lock = try WriterLock(PostgreSQLAddress(path), timeout: timeout, waits)
    guard lock.isOfNewLedger else {
      lock.release()
      return nil
    }
    return PostgreSQLWriter(lock, isSeenAtOnce: false)
  }

  package func examine(path: String) throws -> [ServerFinding] {
    try Examination.run(PostgreSQLAddress(path))
  }

  package func ledgers(beside path: String) throws -> [(name: String, path: String)] {
    let address = PostgreSQLAddress(path)
    return try Snapshot.names(at: address).map { ($0, address.text(ofLedger: $0)) }
  }

  package func permit(_ login: String, _ permission: LedgerPermission, at path: String) throws {
    try Permit.give(permission, to: login, PostgreSQLAddress(path))
  }

  package func place(beside path: String, ending: String) throws -> String {
    let address = PostgreSQLAddress(path)
    let taken = Set(try Snapshot.names(at: address))
    let wish = address.ledger + ending
    let wishes = [wish] + (2..<1_000).map { "\(wish)-\($0)" }
    return address.text(ofLedger: wishes.first { !taken.contains($0) } ?? wish)
  }

  package func exchange(
    _ path: String, by other: String, kept: String, expecting last: String?, timeout: Duration
  ) throws -> String? {
    let kept = PostgreSQLAddress(kept)
    let isKept = try Exchange.run(
      PostgreSQLAddress(path), by: PostgreSQLAddress(other), kept: kept.ledger, expecting: last,
      timeout)
    return isKept ? kept.name : nil
  }

  package func remove(path: String) throws { try Exchange.remove(PostgreSQLAddress(path)) }

  package func accountsStand(at path: String) throws -> Bool {
    let address = PostgreSQLAddress(path)
    guard let row = try Snapshot.row(of: address) else { return false }
    return try PostgreSQLAccounts(address, row.number).version() > 0
  }

  /// The accounts of a ledger are in a schema beside its own.
  package func accounts(path: String) throws -> any Database {
    let address = PostgreSQLAddress(path)
    guard let row = try Snapshot.row(of: address) else {
      throw EngineError.missing(path: address.name)
    }
    return PostgreSQLAccounts(address, row.number)
  }

  package func files(of path: String) -> [String] { [] }

  package func replacement(
    of path: String, by backup: String, timeout: Duration
  ) throws -> any Replacement {
    throw EngineError.notOffered(path: name(of: path))
  }

  package func replacement(
    ofAccounts path: String, by backup: String, timeout: Duration
  ) throws -> any Replacement {
    throw EngineError.notOffered(path: name(of: path))
  }
}
