package import Engine

/// Ledgers in PostgreSQL: a schema each, read by many, written by one process at a time.
package struct PostgreSQLEngine: DatabaseEngine {
  package init() {}

  /// Whether a text says where a ledger stands in a server.
  package static func isAddress(_ text: String) -> Bool { PostgreSQLAddress.isOne(text) }

  /// Versions are counted as in files; ledgers before this one are in files alone.
  static let schemaVersion = 11

  package var latestSchema: Int { Self.schemaVersion }

  package func schema(version: Int) throws -> [SchemaObject: String] {
    version == Self.schemaVersion ? LedgerTables.described : [:]
  }

  package func name(of path: String) -> String { PostgreSQLAddress(path).name }

  /// Nothing stands in the way of a ledger in a server.
  package func check(path: String) throws {}

  package func stands(at path: String) throws -> Bool {
    let address = PostgreSQLAddress(path)
    return try Snapshot.row(of: address) != nil
  }

  /// A database is made by whoever keeps the server.
  package func makePlace(for path: String) throws {}

  package func reading(path: String) throws -> any Database {
    let address = PostgreSQLAddress(path)
    guard let row = try Snapshot.row(of: address) else {
      throw EngineError.missing(path: address.name)
    }
    return PostgreSQLReader(address, row.number)
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

  package func accounts(path: String) throws -> any Database {
    throw EngineError.notOffered(path: name(of: path))
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
