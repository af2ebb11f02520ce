import Engine

/// SQLite's settings for a file.
extension SQLiteConnection {
  /// Makes every commit reach the disk before it returns, through the write-ahead log, which does not block readers.
  ///
  /// GRDB sets `synchronous` to NORMAL when it opens a writer in WAL mode, so call this afterwards.
  func makeDurable() throws {
    guard try rows("PRAGMA journal_mode = WAL", read: { $0.text(0) }) == ["wal"] else {
      throw failure()
    }
    try run("PRAGMA synchronous = FULL")
    try run("PRAGMA cache_size = -32768")
  }

  /// Writes straight into the file without waiting for the disk: the file is discarded if the program is killed. A
  /// statement or transaction that fails is still rolled back.
  func makeFleeting() throws {
    try run("PRAGMA journal_mode = MEMORY")
    try run("PRAGMA synchronous = OFF")
    try run("PRAGMA locking_mode = EXCLUSIVE")
    try run("PRAGMA cache_size = -32768")
  }

  /// Moves the log into the file, as far as readers allow, so that the next process need not read it.
  func emptyLog() throws { _ = try integer("PRAGMA wal_checkpoint(TRUNCATE)") }

  /// The number of migrations applied to the file.
  var schemaVersion: Int {
    get throws { Int(try integer("PRAGMA user_version")) }
  }

  func setSchemaVersion(_ version: Int) throws { try run("PRAGMA user_version = \(version)") }

  /// The application ID, which marks a file as a ledger.
  var applicationID: Int {
    get throws { Int(try integer("PRAGMA application_id")) }
  }

  func setApplicationID(_ id: Int) throws { try run("PRAGMA application_id = \(id)") }

  /// Whether the file holds no table at all.
  var isEmpty: Bool {
    get throws { try integer("SELECT count(*) FROM sqlite_schema") == 0 }
  }

  /// Writes a compact copy of one consistent state into a file that is new or empty.
  func copy(to path: String) throws {
    try compiled("VACUUM INTO ?").bind(.text(path)).run()
  }
}

/// What the verification reads from a file besides its journal.
extension SQLiteConnection {
  func schema() throws -> [SchemaObject: String] {
    // Which objects does the file consist of?
    let rows = try rows(
      """
      SELECT type, name, tbl_name || ': ' || coalesce(sql, '')
      FROM sqlite_schema
      ORDER BY rowid
      """
    ) { (SchemaObject(type: $0.text(0), name: $0.text(1)), $0.text(2)) }
    // A duplicate object is an alteration, whatever its definition.
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
