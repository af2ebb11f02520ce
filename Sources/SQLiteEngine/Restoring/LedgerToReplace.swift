import Engine
import GRDB
import Glibc
import Machine

/// The ledger that a backup replaces, or what is left of one: reads it and moves it away.
struct LedgerToReplace {
  private let files: LedgerFiles

  init(_ files: LedgerFiles) { self.files = files }

  /// Runs queries on the ledger; nil if it is too damaged.
  func ask<T>(_ body: (any Connection) throws -> T) throws -> T? {
    do {
      do {
        return try connected(isReading: true, body)
      } catch EngineError.notWritable {
        // A writer was killed in a transaction: only another writer can roll it back.
        return try connected(isReading: false, body)
      }
    } catch EngineError.refused(let refusal, _, _) where refusal != .disk {
      return nil
    } catch EngineError.notALedger {
      return nil
    }
  }

  /// Locks everyone out while `take` replaces the ledger; it receives the path at which to keep the old one, named
  /// for its number of entries if known, and returns where the ledger is then. Throws `busy` if the ledger is open
  /// elsewhere.
  func makeRoom(
    entries: Int?, _ take: (_ kept: LedgerFiles) throws -> String?
  ) throws -> String? {
    let kept = try freeName(entries)
    // A damaged ledger is kept unchanged, with its log.
    guard entries != nil else { return try take(kept) }
    return try connected(isReading: false) { connection in
      // Moves the log into the file, so that no reader finds it beside the successor.
      guard try connection.rows("PRAGMA journal_mode = DELETE", read: { $0.text(0) }) == ["delete"]
      else { throw EngineError.busy(path: files.main) }
      try connection.run("BEGIN EXCLUSIVE")
      defer { try? connection.run("ROLLBACK") }
      return try take(kept)
    }
  }

  private func connected<T>(
    isReading: Bool, _ body: (SQLiteConnection) throws -> T
  ) throws -> T {
    try SQLiteDatabase.translating(files.main) {
      var configuration = Configuration()
      configuration.busyMode = .timeout(2)
      configuration.allowsUnsafeTransactions = true
      configuration.readonly = isReading
      let queue = try DatabaseQueue(path: files.main, configuration: configuration)
      let result = try queue.writeWithoutTransaction {
        try body(SQLiteConnection($0, path: files.main))
      }
      try queue.close()
      return result
    }
  }

  /// A name beside the ledger that no file of a ledger uses.
  private func freeName(_ entries: Int?) throws -> LedgerFiles {
    let name = files.main + ".replaced" + (entries.map { "-\($0)" } ?? "")
    for name in [name] + (2...1_000).map({ "\(name)-\($0)" }) {
      let kept = LedgerFiles(path: name)
      let content = [kept.main, kept.log, kept.index, kept.journal]
      if content.allSatisfy({ RealPath.facts(of: $0) == nil }) { return kept }
    }
    throw EngineError.file(path: name, action: "create", errno: EEXIST)
  }
}
