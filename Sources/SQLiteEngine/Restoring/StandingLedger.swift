import Engine
import GRDB
import Glibc
import Machine

/// What stands where a backup is to go, if only what a ledger left that is gone: what it holds, and how it
/// makes room.
struct StandingLedger {
  private let files: LedgerFiles

  init(_ files: LedgerFiles) { self.files = files }

  /// Asks the ledger; nil when it is too damaged to answer.
  func ask<T>(_ body: (any Connection) throws -> T) throws -> T? {
    do {
      do {
        return try connected(isReading: true, body)
      } catch EngineError.notWritable {
        // A writer was killed halfway: only another writer can take back what it left.
        return try connected(isReading: false, body)
      }
    } catch EngineError.refused(let refusal, _, _) where refusal != .disk {
      return nil
    } catch EngineError.notALedger {
      return nil
    }
  }

  /// Keeps everybody out while something takes the ledger's place; `take` is told where what stands there
  /// is to be kept, named for how many entries it has, if it can tell, and returns where the ledger is
  /// then. Throws `busy` when somebody has it open.
  func makeRoom(
    entries: Int?, _ take: (_ kept: LedgerFiles) throws -> String?
  ) throws -> String? {
    let kept = try freeName(entries)
    // Damaged as it is it is kept as it is, with its log.
    guard entries != nil else { return try take(kept) }
    return try connected(isReading: false) { connection in
      // The log goes into the file, and with it what a reader would find beside its successor.
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

  /// A name beside the ledger under which nothing stands that belongs to one.
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
