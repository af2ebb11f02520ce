import Engine
import GRDB
import Machine

/// The ledger that stands where a backup is to go: what it holds, and how it makes room.
struct StandingLedger {
  private let files: LedgerFiles

  init(_ files: LedgerFiles) { self.files = files }

  /// Asks the ledger; nil when it is too damaged to answer.
  func ask<T>(_ body: (any Connection) throws -> T) throws -> T? {
    do {
      return try connected(isReading: true, body)
    } catch EngineError.notWritable {
      // A writer was killed halfway: only another writer can take back what it left.
      return try connected(isReading: false, body)
    } catch EngineError.refused(let refusal, _, _) where refusal != .disk {
      return nil
    } catch EngineError.notALedger {
      return nil
    }
  }

  /// Keeps everybody out while something takes the ledger's place; `take` is told where the ledger is to
  /// be kept, named for how many entries it has, if it can tell. Returns that path. Throws `busy` when
  /// somebody has it open.
  func makeRoom(entries: Int?, _ take: (_ kept: String) throws -> Void) throws -> String {
    let kept = freeName(entries)
    guard entries != nil else {
      // Damaged as it is it is kept, with its log, of which nothing may reach its successor.
      if RealPath.size(of: files.log) > 0 {
        try DurableFile.rename(files.log, to: LedgerFiles(path: kept).log)
      }
      for path in [files.log, files.index, files.journal] { try DurableFile.remove(path) }
      try take(kept)
      return kept
    }
    try connected(isReading: false) { connection in
      // The log goes into the file, and with it what a reader would find beside its successor.
      guard try connection.rows("PRAGMA journal_mode = DELETE", read: { $0.text(0) }) == ["delete"]
      else { throw EngineError.busy(path: files.main) }
      try connection.run("BEGIN EXCLUSIVE")
      defer { try? connection.run("ROLLBACK") }
      try take(kept)
    }
    return kept
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

  private func freeName(_ entries: Int?) -> String {
    let name = files.main + ".replaced" + (entries.map { "-\($0)" } ?? "")
    let names = [name] + (2...).lazy.prefix(1_000).map { "\(name)-\($0)" }
    return names.first { RealPath.facts(of: $0) == nil } ?? name
  }
}
