import Engine

/// Opens one ledger: what is asked of it first, who may make it, and what a writer must settle before.
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
    }
  }

  /// What messages call the ledger.
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

  /// A ledger that is there, whole and of this program's schema; nil when a writer must come first.
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
      // A writer was killed halfway: only another writer can take back what it left.
      return nil
    }
  }

  /// A ledger that begins unseen; nil where one stands.
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
      // A file that is no ledger is left as it is: opening it to write would alter it.
      try refuseOtherFiles(beginning)
    }
    let database = LedgerDatabase(
      try StorageError.translating {
        try engine.writing(path: path, timeout: timeout, watch.waits)
      })
    return try settled(database) { try begin ?? beginning() }
  }

  /// A ledger of this program's schema, which has its first entry.
  private func settled(
    _ database: LedgerDatabase, _ beginning: () throws -> LedgerStore.Beginning?
  ) throws -> LedgerStore {
    do {
      if let note = try database.migrate() { watch.tells(note) }
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

  /// Whether nothing happened yet; throws `damaged` where things happened and no entry tells of them.
  private func isEmpty(_ session: Session) throws -> Bool {
    guard try LedgerStore.revision(session) == 0 else { return false }
    // Did anything happen without an entry?
    let happened = try session.integer(
      """
      SELECT (SELECT count(*) FROM change) + (SELECT count(*) FROM catalogue_item)
      """)
    guard happened == 0 else { throw StorageError.damaged(table: "entry", row: 1) }
    return true
  }

  private var isOlder: Bool { (try? reading().isOlder) ?? false }

  /// Throws for what is no ledger, and for one without entries where none may begin.
  private func refuseOtherFiles(_ beginning: () throws -> LedgerStore.Beginning?) throws {
    do {
      let database = try reading()
      let isBlank = try database.isBlank || database.read(isEmpty)
      try database.close()
      if try isBlank && beginning() == nil { throw StorageError.missing(path: name) }
    } catch StorageError.notWritable {
      // A ledger whose writer was killed: opening it to write takes back what was left.
    }
  }
}
