import Foundation

/// What only SQLite needs: its pragmas and its own ways of keeping a file.
extension Session {
  /// Makes every commit reach the disk before it returns.
  ///
  /// GRDB sets `synchronous` to NORMAL when it opens a writer in WAL mode, so this comes after.
  func makeDurable() throws {
    try run("PRAGMA synchronous = FULL")
    try run("PRAGMA cache_size = -32768")
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
  /// Writes a compact copy of the database, as one reader sees it, into a file that is new or empty.
  func copy(to path: String) throws { try run("VACUUM INTO ?", .text(path)) }
}
