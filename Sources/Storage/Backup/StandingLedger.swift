import GRDB
import GRDBSQLite
import Glibc

/// What stands where a backup is to go, if only what a ledger left that is gone: what it holds, and how it
/// makes room.
struct StandingLedger {
  private let files: LedgerFiles
  /// The hashes of its entries; nil when it is too damaged to say, or gone.
  private let entries: [String]?

  init(_ files: LedgerFiles) throws {
    self.files = files
    entries = files.exists ? try Self.hashes(files) : nil
  }

  private static func hashes(_ files: LedgerFiles) throws -> [String]? {
    do {
      do {
        return try connected(to: files, isReading: true, EntryTable.hashes)
      } catch StorageError.notWritable {
        // A writer was killed halfway: only another writer can take back what it left.
        return try connected(to: files, isReading: false, EntryTable.hashes)
      }
    } catch StorageError.engine(let code, _) where code & 0xFF != SQLITE_IOERR {
      return nil
    } catch StorageError.notALedger {
      return nil
    }
  }

  /// Throws `losesEntries` when an entry is not among those of a backup.
  func requireAll(in backup: [String]) throws {
    guard let entries, !entries.isEmpty else { return }
    let shared = zip(entries, backup).prefix { $0 == $1 }.count
    guard shared < entries.count else { return }
    throw StorageError.losesEntries(
      path: files.main, found: entries.count, shared: shared, backup: backup.count)
  }

  /// Keeps everybody out while something takes the ledger's place; `take` is told where what stands there
  /// is to be kept, and returns where the ledger is then. Throws `busy` when somebody has it open.
  func makeRoom(_ take: (_ kept: LedgerFiles) throws -> String?) throws -> String? {
    let kept = try freeName()
    // Damaged as it is it is kept as it is, with its log.
    guard entries != nil else { return try take(kept) }
    return try Self.connected(to: files, isReading: false) { session in
      // The log goes into the file, and with it what a reader would find beside its successor.
      guard try session.row("PRAGMA journal_mode = DELETE", read: { $0.text(0) }) == "delete" else {
        throw StorageError.busy(path: files.main)
      }
      try session.run("BEGIN EXCLUSIVE")
      defer { try? session.run("ROLLBACK") }
      return try take(kept)
    }
  }

  private static func connected<T>(
    to files: LedgerFiles, isReading: Bool, _ body: (Session) throws -> T
  ) throws -> T {
    try Engine.translating(files.main) {
      var configuration = Configuration()
      configuration.busyMode = .timeout(2)
      configuration.allowsUnsafeTransactions = true
      configuration.readonly = isReading
      let queue = try DatabaseQueue(path: files.main, configuration: configuration)
      let result = try queue.writeWithoutTransaction { database in
        try Engine.session(Session(database, path: files.main), body)
      }
      try queue.close()
      return result
    }
  }

  /// A name beside the ledger under which nothing stands that belongs to one.
  private func freeName() throws -> LedgerFiles {
    let name = files.main + ".replaced" + (entries.map { "-\($0.count)" } ?? "")
    for name in [name] + (2...1_000).map({ "\(name)-\($0)" }) {
      let kept = LedgerFiles(path: name)
      let content = [kept.main, kept.log, kept.index, kept.journal]
      if content.allSatisfy({ LedgerFiles.facts(of: $0) == nil }) { return kept }
    }
    throw StorageError.file(path: name, action: "create", errno: EEXIST)
  }
}
