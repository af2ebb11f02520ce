import Engine
import Testing

@testable import SQLiteEngine
@testable import Storage

/// What a person with SQLite's own tool can do to a ledger.
extension LedgerDatabase {
  /// Opens a file to write, whatever is in it.
  static func writing(path: String, timeout: Duration) throws -> LedgerDatabase {
    LedgerDatabase(try SQLiteDatabase.writing(path: path, timeout: timeout))
  }

  /// Opens a file to write beside its writer.
  static func writingAlone(path: String) throws -> LedgerDatabase {
    LedgerDatabase(try SQLiteDatabase.writingAlone(LedgerFiles(path: path)))
  }

  /// Opens a file to read.
  static func reading(path: String) throws -> LedgerDatabase {
    LedgerDatabase(try SQLiteDatabase.reading(path: path))
  }

  /// Runs SQL outside of any transaction.
  func writeWithoutTransaction<T>(_ body: (Session) throws -> T) throws -> T {
    let sqlite = try #require(database as? SQLiteDatabase)
    return try StorageError.translating {
      try sqlite.writeWithoutTransaction { try Session.run($0, body) }
    }
  }
}
