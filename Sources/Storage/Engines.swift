package import Engine
import Foundation
import PostgreSQLEngine
import SQLiteEngine

/// The choice of engine for a ledger. No other code outside of the engines knows which exist.
package enum Engines {
  /// The engine for a path: PostgreSQL for `postgresql://…`, SQLite for a file.
  static func engine(for path: String) -> any DatabaseEngine {
    PostgreSQLEngine.isAddress(path) ? PostgreSQLEngine() : SQLiteEngine()
  }

  /// The name for messages of the ledger at a path; it contains no password.
  package static func name(of path: String) -> String { engine(for: path).name(of: path) }

  /// Whether the ledger at a path is in a server.
  package static func isServer(_ path: String) -> Bool { PostgreSQLEngine.isAddress(path) }

  /// Whether there are accounts at a path. Throws `StorageError.unreachable` if that cannot be determined.
  package static func accountsStand(at path: String) throws -> Bool {
    try StorageError.translating { try engine(for: path).accountsStand(at: path) }
  }

  /// The path beside which a ledger's other files are: its own or, for a ledger in a server, one in a folder of its
  /// name in `TAIZHANG_FILES` or else in `.data`. Application servers that share drafts and issues share that folder.
  package static func place(besides path: String) -> String {
    guard isServer(path) else { return path }
    let folder = ProcessInfo.processInfo.environment["TAIZHANG_FILES"] ?? ".data"
    let safe = PostgreSQLEngine().title(of: path).map { letter in
      letter.isLetter || letter.isNumber || letter == "-" || letter == "." ? letter : "_"
    }
    return "\(folder)/\(String(safe))/ledger"
  }

  /// Opens the file of accounts at a path, creating an empty one if there is none, and upgrades it to this program's
  /// schema. Throws `StorageError`.
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

  /// The files that belong to a file of accounts, whether or not they exist.
  package static func files(ofAccounts path: String) -> [String] {
    engine(for: path).files(of: path)
  }
}
