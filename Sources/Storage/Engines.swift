package import Engine
import Foundation
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

  /// Whether a ledger at a path is kept by a server.
  package static func isServer(_ path: String) -> Bool { PostgreSQLEngine.isAddress(path) }

  /// Whether accounts stand at a path. Throws `StorageError.unreachable` where that cannot be told.
  package static func accountsStand(at path: String) throws -> Bool {
    try StorageError.translating { try engine(for: path).accountsStand(at: path) }
  }

  /// Beside which path the files of a ledger stand that are no part of it: beside its own, or, where it is in a
  /// server, in a folder of its name in `TAIZHANG_FILES` or else in `.data`. Application servers that share
  /// drafts and issues share that folder.
  package static func place(besides path: String) -> String {
    guard isServer(path) else { return path }
    let folder = ProcessInfo.processInfo.environment["TAIZHANG_FILES"] ?? ".data"
    let safe = PostgreSQLEngine().title(of: path).map { letter in
      letter.isLetter || letter.isNumber || letter == "-" || letter == "." ? letter : "_"
    }
    return "\(folder)/\(String(safe))/ledger"
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
