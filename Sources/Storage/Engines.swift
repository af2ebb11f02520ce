package import Engine
import PostgreSQLEngine
import SQLiteEngine

/// Which engine keeps a ledger. Nothing else above the engines knows which there are.
package enum Engines {
  /// The engine for what stands at a path: a file is SQLite's, `postgresql://…` PostgreSQL's.
  static func engine(for path: String) -> any DatabaseEngine {
    PostgreSQLEngine.isAddress(path) ? PostgreSQLEngine() : SQLiteEngine()
  }

  /// What messages call what stands at a path: no password is in it.
  package static func name(of path: String) -> String { engine(for: path).name(of: path) }

  /// Refuses what only a ledger in a file can do, for one that is in a server. Throws `StorageError.notOffered`.
  package static func requireFile(_ path: String) throws {
    if PostgreSQLEngine.isAddress(path) { throw StorageError.notOffered(path: name(of: path)) }
  }

  /// Opens the file of accounts at a path, making an empty one where there is none, with the schema of
  /// this program. Throws `StorageError`.
  package static func accounts(at path: String) throws -> any Database {
    try StorageError.translating {
      let engine = engine(for: path)
      try engine.check(path: path)
      let database = try engine.accounts(path: path)
      do {
        _ = try database.migrate { _ in }
        return database
      } catch {
        try? database.close()
        throw error
      }
    }
  }

  /// Copies a backup of accounts beside the file that it is to replace. Throws `EngineError`.
  package static func replacement(
    ofAccounts path: String, by backup: String, timeout: Duration
  ) throws -> any Replacement {
    try engine(for: path).replacement(ofAccounts: path, by: backup, timeout: timeout)
  }

  /// The files that belong to a file of accounts, whether or not they are there.
  package static func files(ofAccounts path: String) -> [String] {
    engine(for: path).files(of: path)
  }
}
