import Engine
import Glibc
import Machine

/// The copy of a ledger that is taken before its schema is upgraded. It stands beside the ledger:
/// `taizhang.before-v12.sqlite` is what version 12 of the schema found.
struct EarlierCopy {
  private let database: SQLiteDatabase
  private let files: LedgerFiles

  init(of database: SQLiteDatabase) {
    self.database = database
    files = LedgerFiles(path: database.path)
  }

  /// Returns the path of a copy of the ledger as it is; makes one unless it stands already, as after an upgrade that
  /// did not succeed. The caller holds the writer's lock.
  func path(before version: Int) throws -> String {
    let own = try database.reading(Content.init)
    for path in paths(before: version) {
      let copy = LedgerFiles(path: path)
      guard copy.exists else {
        try make(path)
        return path
      }
      if own.isKept(at: copy) { return path }
    }
    throw EngineError.file(path: paths(before: version)[0], action: "create", errno: EEXIST)
  }

  /// The names that a copy may have: another ledger's copy, such as that of a restored one, is not overwritten.
  private func paths(before version: Int) -> [String] {
    let ending = ".sqlite"
    let isNamed = files.main.hasSuffix(ending) && !files.main.hasSuffix("/" + ending)
    let start = isNamed ? String(files.main.dropLast(ending.count)) : files.main
    return ([""] + (2...100).map { "-\($0)" }).map { "\(start).before-v\(version)\($0)\(ending)" }
  }

  /// Copies the ledger, whole or not at all; what a killed program left is removed.
  private func make(_ path: String) throws {
    let part = LedgerFiles(path: files.main + ".before.part")
    do {
      try part.removeAll()
      try database.copy(to: part.main)
      // Only the superuser can change the owner.
      if let facts = RealPath.facts(of: files.main) {
        _ = chown(part.main, facts.st_uid, facts.st_gid)
      }
      try DurableFile.rename(part.main, to: path)
      try DurableFile.sync(files.folder)
    } catch {
      try? part.removeAll()
      throw error
    }
  }

  /// What tells whether two files of one schema hold the same ledger: the last hash covers all entries.
  private struct Content: Equatable {
    let version: Int
    let entries: Int64
    let last: [String]
    let books: Int64

    init(_ connection: SQLiteConnection) throws {
      version = try connection.schemaVersion
      entries = try connection.integer("SELECT count(*) FROM entry")
      // Which hash is the last?
      last = try connection.rows(
        """
        SELECT hash
        FROM entry
        ORDER BY number DESC
        LIMIT 1
        """
      ) { $0.text(0) }
      // Is there a register of books yet, and how many are on it since the last entry?
      let hasRegister = try connection.integer(
        "SELECT count(*) FROM sqlite_schema WHERE name = 'publication'")
      books =
        hasRegister == 0 ? 0 : try connection.integer("SELECT count(*) FROM publication")
    }

    /// Whether a file holds the same; an unreadable one does not.
    func isKept(at copy: LedgerFiles) -> Bool {
      guard let kept = try? SQLiteDatabase.reading(path: copy.main) else { return false }
      defer { try? kept.close() }
      return (try? kept.reading(Content.init)) == self
    }
  }
}

extension SQLiteDatabase {
  func keepEarlier() throws -> String? {
    let version = try version()
    guard version > 0, version < schema.latest else { return nil }
    return try EarlierCopy(of: self).path(before: schema.latest)
  }
}
