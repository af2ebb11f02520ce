package import Foundation
package import Ledger

/// A ledger on disk: the journal, its balance, and the questions they answer.
package final class LedgerStore: Sendable {
  /// What a caller means to do with the ledger.
  package enum Access: Sendable {
    case reading
    /// The one writer; waits this long for another to finish.
    case writing(timeout: Duration)
  }

  /// What a new ledger begins with: its first entry.
  package struct Beginning: Sendable {
    package let at: Date
    package let actor: String
    package let catalogue: [CatalogueItem]

    package init(at: Date, actor: String, catalogue: [CatalogueItem]) {
      self.at = at
      self.actor = actor
      self.catalogue = catalogue
    }
  }

  let engine: Engine
  let watch: LedgerWatch

  init(engine: Engine, watch: LedgerWatch) {
    self.engine = engine
    self.watch = watch
  }

  /// Opens the ledger at a path, creating the file, its directories and its schema where needed.
  ///
  /// `beginning` is asked only when the ledger has no entry yet; nil from it means that nothing may
  /// be created. Throws `missing` then, `notALedger`, `newerSchema`, `busy`, `notWritable`.
  package static func open(
    path: String, access: Access, watch: LedgerWatch = .nobody,
    beginning: () throws -> Beginning?
  ) throws -> LedgerStore {
    try LedgerPlace.check(path)
    switch access {
    case .writing(let timeout):
      return try writing(path: path, timeout: timeout, watch: watch, beginning: beginning)
    case .reading:
      if let store = try readingIfCurrent(path: path, watch) { return store }
      do {
        try writing(path: path, timeout: .seconds(30), watch: watch, beginning: beginning).close()
      } catch StorageError.notWritable where isOlder(path: path) {
        throw StorageError.olderSchema(path: path)
      }
      return LedgerStore(engine: try Engine.reading(path: path), watch: watch)
    }
  }

  /// Lets whoever watches end a long question, every so many steps.
  func watch(step: Int) throws { if step % 512 == 511 { try watch.waits() } }

  /// Closes the file and lets the next writer in.
  package func close() throws { try engine.close() }

  /// The number of the last entry.
  package var revision: Int64 {
    get throws { try engine.read { try Self.revision($0) } }
  }

  static func revision(_ session: Session) throws -> Int64 {
    // Which entry is the last?
    try session.row(
      """
      SELECT max(number)
      FROM entry
      """
    ) { try $0.int64IfAny(0, in: Stored.number, "entry", row: $0.int64(0)) }.flatMap { $0 } ?? 0
  }

  /// A ledger that is there, whole and of this program's schema; nil when a writer must come first.
  private static func readingIfCurrent(
    path: String, _ watch: LedgerWatch
  ) throws -> LedgerStore? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      let engine = try Engine.reading(path: path)
      if try engine.checkedVersion() == Migration.latest, try engine.read(revision) > 0 {
        return LedgerStore(engine: engine, watch: watch)
      }
      try engine.close()
      return nil
    } catch StorageError.notWritable {
      // A writer was killed halfway: only another writer can take back what it left.
      return nil
    }
  }

  private static func writing(
    path: String, timeout: Duration, watch: LedgerWatch, beginning: () throws -> Beginning?
  ) throws -> LedgerStore {
    try LedgerPlace.checkForWriting(path)
    let exists = FileManager.default.fileExists(atPath: path)
    let begin = exists ? nil : try beginning()
    if !exists {
      guard begin != nil else { throw StorageError.missing(path: path) }
      try createDirectory(of: path)
    } else {
      // A file that is no ledger is left as it is: opening it to write would alter it.
      try refuseOtherFiles(path: path)
    }
    let engine = try Engine.writing(path: path, timeout: timeout, watch.waits)
    do {
      if let note = try engine.migrate() { watch.tells(note) }
      let store = LedgerStore(engine: engine, watch: watch)
      if try engine.read(isEmpty), let begin = try begin ?? beginning() {
        try store.begin(begin)
      }
      return store
    } catch {
      try? engine.close()
      throw error
    }
  }

  /// Whether nothing happened yet; throws `damaged` where things happened and no entry tells of them.
  private static func isEmpty(_ session: Session) throws -> Bool {
    guard try revision(session) == 0 else { return false }
    // Did anything happen without an entry?
    let isUntouched =
      try session.integer(
        """
        SELECT NOT EXISTS (SELECT 1 FROM change) AND NOT EXISTS (SELECT 1 FROM catalogue_item)
        """) == 1
    guard isUntouched else { throw StorageError.damaged(table: "entry", row: 1) }
    return true
  }

  private static func isOlder(path: String) -> Bool {
    guard let engine = try? Engine.reading(path: path) else { return false }
    return (try? engine.checkedVersion()).map { $0 < Migration.latest } ?? false
  }

  private static func refuseOtherFiles(path: String) throws {
    do {
      let engine = try Engine.reading(path: path)
      _ = try engine.checkedVersion()
      try engine.close()
    } catch StorageError.notWritable {
      // A ledger whose writer was killed: opening it to write takes back what was left.
    }
  }

  private static func createDirectory(of path: String) throws {
    let directory = URL(filePath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    } catch {
      throw StorageError.notWritable(path: path)
    }
  }
}
