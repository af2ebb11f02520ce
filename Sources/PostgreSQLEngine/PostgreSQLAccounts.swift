import Engine

/// The accounts, sessions, tokens and audit of a ledger, in a schema of their own. Several processes take turns
/// writing, each for the duration of a transaction.
final class PostgreSQLAccounts: Database {
  private let address: PostgreSQLAddress
  private let ledger: Int64
  private let schema: String

  init(_ address: PostgreSQLAddress, _ ledger: Int64) {
    self.address = address
    self.ledger = ledger
    schema = AccountTables.schema(of: ledger)
  }

  var engine: any DatabaseEngine { PostgreSQLEngine() }

  var place: String? { address.name }

  /// Throws `notReadable` if the login may not use the accounts: their schema's name is visible to every login.
  func version() throws -> Int {
    let isUsable = try Snapshot.read(address, schema: "pg_catalog") { connection -> Bool? in
      // Is there a schema of accounts, and may this login use it?
      let statement = try connection.statement(
        """
        SELECT has_schema_privilege(oid, 'USAGE')
        FROM pg_namespace
        WHERE nspname = ?
        """)
      try statement.bind(.text(schema), at: 1)
      return try statement.step() ? statement.int64(0) == 1 : nil
    }
    guard let isUsable else { return 0 }
    guard isUsable else { throw EngineError.notReadable(path: address.name) }
    return 1
  }

  /// Nil: the administrators of the server keep its backups.
  func keepEarlier() throws -> String? { nil }

  func migrate(refill: (any Connection) throws -> Void) throws -> SchemaSteps? {
    if try version() > 0 { return nil }
    do throws(ServerError) {
      let link = try LinkPool.begun(address, "BEGIN")
      defer { LinkPool.giveBack(link, ended: false) }
      try link.run("CREATE SCHEMA \(schema); SET LOCAL search_path TO \(schema)")
      try link.run(AccountTables.sql)
      try Permit.passToAccounts(of: ledger, link)
      try link.commit()
      return SchemaSteps(from: 0, refilledBalance: false)
    } catch {
      // Another process creates the tables at this moment.
      if ["42P06", "23505"].contains(error.state) { return nil }
      throw error.error(at: address.name)
    }
  }

  func read<T>(_ body: (any Connection) throws -> T) throws -> T {
    try Snapshot.read(address, schema: schema, body)
  }

  func write<T>(_ body: (any Connection) throws -> T) throws -> T {
    let link: Link
    do {
      link = try LinkPool.begun(
        address,
        """
        BEGIN;
        SELECT set_config('synchronous_commit', 'on', TRUE)
        WHERE current_setting('synchronous_commit') = 'off';
        SET LOCAL lock_timeout = '10s';
        SET LOCAL search_path TO \(schema);
        SELECT id FROM turn FOR UPDATE
        """)
    } catch {
      throw error.error(at: address.name)
    }
    var isDone = false
    defer { LinkPool.giveBack(link, ended: isDone) }
    let result = try body(PostgreSQLConnection(link, schema: schema, isSnapshot: false))
    do { try link.commit() } catch { throw error.error(at: address.name) }
    isDone = true
    return result
  }

  func writeMuch<T>(_ body: (any Connection) throws -> T) throws -> T { try write(body) }

  func copy(to path: String) throws { throw EngineError.notOffered(path: address.name) }

  func askAnew<T>(_ body: (any Connection) throws -> T) throws -> T { try read(body) }

  var isUnseen: Bool { false }

  func publish() throws {}

  func close() throws {}
}
