import Engine

/// Opens a ledger: checks the path, creates the ledger if that is allowed, upgrades the schema, and recovers it if
/// needed.
struct LedgerOpening {
  let engine: any DatabaseEngine
  let path: String
  let watch: LedgerWatch

  func open(
    _ access: LedgerStore.Access, _ beginning: () throws -> LedgerStore.Beginning?
  ) throws -> LedgerStore {
    try StorageError.translating { try engine.check(path: path) }
    switch access {
    case .writing(let timeout): return try writing(timeout, beginning)
    case .beginning(let timeout):
      return try begun(timeout, beginning) ?? writing(timeout, beginning)
    case .reading:
      if let store = try readingIfCurrent() { return store }
      do {
        try writing(.seconds(30), beginning).close()
      } catch StorageError.notWritable where isOlder {
        throw StorageError.olderSchema(path: name)
      }
      return LedgerStore(try reading(), watch: watch)
    case .readingAsItIs:
      if let store = try readingIfCurrent() { return store }
      guard isOlder else { throw StorageError.missing(path: name) }
      throw StorageError.olderSchema(path: name)
    }
  }

  /// The name of the ledger for messages.
  private var name: String { engine.name(of: path) }

  private var stands: Bool {
    get throws { try StorageError.translating { try engine.stands(at: path) } }
  }

  private func makePlace() throws {
    try StorageError.translating { try engine.makePlace(for: path) }
  }

  private func reading() throws -> LedgerDatabase {
    LedgerDatabase(try StorageError.translating { try engine.reading(path: path) })
  }

  /// Opens an existing ledger with entries and the current schema; nil if a writer must open it first.
  private func readingIfCurrent() throws -> LedgerStore? {
    do {
      let database = try reading()
      if try database.isCurrent, try database.read(LedgerStore.revision) > 0 {
        return LedgerStore(database, watch: watch)
      }
      try database.close()
      return nil
    } catch StorageError.missing {
      return nil
    } catch StorageError.notWritable {
      // A writer was killed in a transaction: only another writer can roll it back.
      return nil
    }
  }

  /// Creates an unpublished ledger; nil if one exists.
  private func begun(
    _ timeout: Duration, _ beginning: () throws -> LedgerStore.Beginning?
  ) throws -> LedgerStore? {
    if try stands { return nil }
    guard let begin = try beginning() else { throw StorageError.missing(path: name) }
    try makePlace()
    let database = try StorageError.translating {
      try engine.beginning(path: path, timeout: timeout, watch.waits)
    }
    return try database.map { try settled(LedgerDatabase($0)) { begin } }
  }

  private func writing(
    _ timeout: Duration, _ beginning: () throws -> LedgerStore.Beginning?
  ) throws -> LedgerStore {
    let exists = try stands
    let begin = exists ? nil : try beginning()
    if !exists {
      guard begin != nil else { throw StorageError.missing(path: name) }
      try makePlace()
    } else {
      // A file that is not a ledger stays unchanged: opening it to write would alter it.
      try refuseOtherFiles(beginning)
    }
    let database = LedgerDatabase(
      try StorageError.translating {
        try engine.writing(path: path, timeout: timeout, watch.waits)
      })
    return try settled(database) { try begin ?? beginning() }
  }

  /// Upgrades the schema and writes the first entry if there is none.
  private func settled(
    _ database: LedgerDatabase, _ beginning: () throws -> LedgerStore.Beginning?
  ) throws -> LedgerStore {
    do {
      try upgrade(database)
      let store = LedgerStore(database, watch: watch)
      if try database.read(isEmpty) {
        guard let begin = try beginning() else { throw StorageError.missing(path: name) }
        try store.begin(begin)
      }
      return store
    } catch {
      try? database.close()
      throw error
    }
  }

  /// Upgrades the schema of a ledger of an earlier program, after a copy of it was kept. Throws `notUpgraded` if the
  /// disk is full: then the ledger is unchanged.
  private func upgrade(_ database: LedgerDatabase) throws {
    do {
      if let copy = try database.keepEarlier() { watch.tells(.earlierKept(path: copy)) }
      if let note = try database.migrate() { watch.tells(note) }
    } catch StorageError.diskFull(let path) where (try? database.isOlder) == true {
      throw StorageError.notUpgraded(path: path)
    }
  }

  /// Whether there are no entries; throws `damaged` if there are changes or items without an entry.
  private func isEmpty(_ session: Session) throws -> Bool {
    guard try LedgerStore.revision(session) == 0 else { return false }
    // Are there changes or items without an entry?
    let happened = try session.integer(
      """
      SELECT (SELECT count(*) FROM change) + (SELECT count(*) FROM catalogue_item)
      """)
    guard happened == 0 else { throw StorageError.damaged(table: "entry", row: 1) }
    return true
  }

  private var isOlder: Bool { (try? reading().isOlder) ?? false }

  /// Throws for a file that is not a ledger, and for a ledger without entries if none may be created.
  private func refuseOtherFiles(_ beginning: () throws -> LedgerStore.Beginning?) throws {
    do {
      let database = try reading()
      let isBlank = try database.isBlank || database.read(isEmpty)
      try database.close()
      if try isBlank && beginning() == nil { throw StorageError.missing(path: name) }
    } catch StorageError.notWritable {
      // A writer was killed in a transaction: opening the ledger to write rolls it back.
    }
  }
}
