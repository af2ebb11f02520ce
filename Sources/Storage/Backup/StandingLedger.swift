import GRDB
import GRDBSQLite
import Glibc

/// The ledger that stands where a backup is to go: what it holds, and how it makes room.
struct StandingLedger {
  private let files: LedgerFiles
  /// The hashes of its entries; nil when it is too damaged to say.
  private let entries: [String]?

  init(_ files: LedgerFiles) throws {
    self.files = files
    entries = try Self.hashes(files)
  }

  private static func hashes(_ files: LedgerFiles) throws -> [String]? {
    do {
      return try connected(to: files, isReading: true, EntryTable.hashes)
    } catch StorageError.notWritable {
      // A writer was killed halfway: only another writer can take back what it left.
      return try connected(to: files, isReading: false, EntryTable.hashes)
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

  /// Keeps everybody out while something takes the ledger's place; `take` is told where the ledger is to
  /// be kept. Returns that path. Throws `busy` when somebody has it open.
  func makeRoom(_ take: (_ kept: String) throws -> Void) throws -> String {
    let kept = freeName()
    guard entries != nil else {
      // Damaged as it is it is kept, with its log, of which nothing may reach its successor.
      if LedgerFiles.size(of: files.log) > 0 {
        try DurableFile.rename(files.log, to: kept + "-wal")
      }
      for path in [files.log, files.index, files.journal] { try DurableFile.remove(path) }
      try take(kept)
      return kept
    }
    try Self.connected(to: files, isReading: false) { session in
      // The log goes into the file, and with it what a reader would find beside its successor.
      guard try session.row("PRAGMA journal_mode = DELETE", read: { $0.text(0) }) == "delete" else {
        throw StorageError.busy(path: files.main)
      }
      try session.run("BEGIN EXCLUSIVE")
      defer { try? session.run("ROLLBACK") }
      try take(kept)
    }
    return kept
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

  private func freeName() -> String {
    let name = files.main + ".replaced" + (entries.map { "-\($0.count)" } ?? "")
    let names = [name] + (2...).lazy.prefix(1_000).map { "\(name)-\($0)" }
    return names.first { LedgerFiles.facts(of: $0) == nil } ?? name
  }
}
