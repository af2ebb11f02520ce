import Engine
import Machine

/// A copy of a backup and the ledger that it is to replace.
final class SQLiteReplacement: Replacement {
  private let ledger: LedgerFiles
  private let lock: WriterLock
  private let copy: BackupCopy
  private let schema: FileSchema
  let lacksItsEnd: Bool

  init(
    of ledger: LedgerFiles, by backup: LedgerFiles, timeout: Duration,
    schema: FileSchema = .ledger
  ) throws {
    self.schema = schema
    guard backup.exists else { throw EngineError.missing(path: backup.main) }
    if RealPath.areSame(backup.main, ledger.main) {
      throw EngineError.backupIsLedger(path: ledger.main)
    }
    self.ledger = ledger
    try LedgerPlace.checkForWriting(ledger.main)
    lock = try WriterLock(ledger, timeout: timeout)
    let copy = try SteadyCopy.of(backup) {
      try BackupCopy(of: backup, beside: ledger, timeout: timeout)
    }
    lacksItsEnd = copy.isShort && !copy.hasLog
    self.copy = copy
  }

  var replacesLedger: Bool { ledger.exists }
  var isTruncated: Bool { copy.isShort }

  func open() throws -> any Engine.Database {
    try SQLiteDatabase.writingAlone(copy.files, schema: schema)
  }

  func askStanding<T>(_ body: (any Connection) throws -> T) throws -> T? {
    try LedgerToReplace(ledger).ask(body)
  }

  func moveIn(standingEntries: Int?) throws -> String? {
    try DurableFile.sync(copy.files.main)
    return try LedgerToReplace(ledger).makeRoom(entries: standingEntries) {
      try copy.moveIn(keepingAs: $0)
    }
  }

  func takeBack(kept: String?) throws {
    try DurableFile.rename(ledger.main, to: copy.files.main)
    if let kept { try DurableFile.rename(kept, to: ledger.main) }
    try DurableFile.sync(ledger.folder)
  }

  func end() {
    copy.remove()
    lock.release()
  }
}
