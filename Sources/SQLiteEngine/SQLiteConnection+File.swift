import Engine

/// SQLite's own ways of keeping a file.
extension SQLiteConnection {
  /// Makes every commit reach the disk before it returns, through the log that readers look past.
  ///
  /// GRDB sets `synchronous` to NORMAL when it opens a writer in WAL mode, so this comes after.
  func makeDurable() throws {
    guard try rows("PRAGMA journal_mode = WAL", read: { $0.text(0) }) == ["wal"] else {
      throw failure()
    }
    try run("PRAGMA synchronous = FULL")
    try run("PRAGMA cache_size = -32768")
  }

  /// Writes straight into the file, and waits for no disk: what a killed program leaves is worth nothing.
  /// A statement or transaction that fails is still taken back.
  func makeFleeting() throws {
    try run("PRAGMA journal_mode = MEMORY")
    try run("PRAGMA synchronous = OFF")
    try run("PRAGMA locking_mode = EXCLUSIVE")
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

  /// Writes a compact copy of the database, as one reader sees it, into a file that is new or empty.
  func copy(to path: String) throws {
    try compiled("VACUUM INTO ?").bind(.text(path)).run()
  }
}

/// What a file is proved by beside its journal.
extension SQLiteConnection {
  func schema() throws -> [SchemaObject: String] {
    // Of what does the file say that it consists?
    let rows = try rows(
      """
      SELECT type, name, tbl_name || ': ' || coalesce(sql, '')
      FROM sqlite_schema
      ORDER BY rowid
      """
    ) { (SchemaObject(type: $0.text(0), name: $0.text(1)), $0.text(2)) }
    // What stands twice is altered, whatever it says.
    return Dictionary(rows) { $0 + "; " + $1 }
  }

  func structuralProblems() throws -> [String] {
    try rows("PRAGMA integrity_check") { $0.text(0) }.filter { $0 != "ok" }
  }

  func strayReferences() throws -> [(table: String, row: Int64, to: String)] {
    try rows("PRAGMA foreign_key_check") { ($0.text(0), $0.int64(1), $0.text(2)) }
  }

  func forbiddenRows() throws -> [(table: String, row: Int64)] {
    try ForbiddenRows.find(self)
  }
}
