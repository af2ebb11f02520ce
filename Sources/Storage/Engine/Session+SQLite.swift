import Foundation
import GRDB

/// What only SQLite needs: its pragmas and its own ways of keeping a file.
extension Session {
  /// Makes every commit reach the disk before it returns.
  ///
  /// GRDB sets `synchronous` to NORMAL when it opens a writer in WAL mode, so this comes after.
  func makeDurable() throws {
    try run("PRAGMA synchronous = FULL")
    try run("PRAGMA cache_size = -32768")
  }

  /// Writes into the file itself from now on; false, and all as before, when somebody else has the
  /// ledger open.
  func leaveLog() throws -> Bool {
    do {
      return try row("PRAGMA journal_mode = DELETE") { $0.text(0) } == "delete"
    } catch StorageError.busy {
      return false
    }
  }

  /// Writes through the log again, so that readers never wait.
  func returnToLog() throws {
    try run("PRAGMA journal_mode = WAL")
    try makeDurable()
  }

  /// Moves what is in the log into the file, as far as readers let it, so that nobody has to read the
  /// log when opening.
  func emptyLog() throws { _ = try integer("PRAGMA wal_checkpoint(TRUNCATE)") }

  /// The number of migrations the file has seen.
  var schemaVersion: Int {
    get throws { Int(try integer("PRAGMA user_version")) }
  }

  func setSchemaVersion(_ version: Int) throws { try run("PRAGMA user_version = \(version)") }

  /// The mark by which a file says that it is a ledger.
  var applicationID: Int {
    get throws { Int(try integer("PRAGMA application_id")) }
  }

  func setApplicationID(_ id: Int) throws { try run("PRAGMA application_id = \(id)") }

  /// Whether the file holds no table at all.
  var isEmpty: Bool {
    get throws { try integer("SELECT count(*) FROM sqlite_schema") == 0 }
  }

  /// What SQLite finds wrong with its own structures; empty when all is well.
  func integrityProblems() throws -> [String] {
    try rows("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
  }

  /// The rows that refer to a row which is not there, by table and number (0 where rows have none), with
  /// the table they refer to.
  func strayReferences() throws -> [(table: String, row: Int64, to: String)] {
    try rows("PRAGMA foreign_key_check") { ($0.text(0), $0.int64(1), $0.text(2)) }
  }
}

extension Session {
  /// Writes a compact copy of the database, as one reader sees it, into a new file.
  func copy(to path: String) throws { try run("VACUUM INTO ?", .text(path)) }
}

extension Engine {
  /// Empties the write-ahead log of a database that is about to be replaced, so that none of it is
  /// ever applied to its successor. A damaged database loses its log with itself.
  static func settleLog(path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(5)
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      let isBusy = try queue.writeWithoutTransaction { database in
        try session(Session(database, path: path)) {
          try $0.integer("PRAGMA wal_checkpoint(TRUNCATE)") != 0
        }
      }
      try queue.close()
      if isBusy { throw StorageError.busy(path: path) }
    } catch is DatabaseError {
      try removeLog(of: path)
    } catch StorageError.engine {
      try removeLog(of: path)
    } catch StorageError.notALedger {
      try removeLog(of: path)
    }
  }

  private static func removeLog(of path: String) throws {
    for suffix in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.removeItem(atPath: path + suffix)
    }
  }
}
