import Foundation

#if canImport(Glibc)
  import Glibc
#endif

extension LedgerStore {
  /// Writes a copy of the whole ledger, uploads included, as one file; an existing file is replaced
  /// only when the copy is complete and on the disk.
  package func backup(to path: String) throws {
    let temporary = path + ".\(getpid()).part"
    try? FileManager.default.removeItem(atPath: temporary)
    do {
      try engine.writeWithoutTransaction { try $0.copy(to: temporary) }
      try DurableFile.sync(temporary)
      try DurableFile.rename(temporary, to: path)
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw error
    }
  }

  /// Puts a backup in the place of the ledger at a path, after it passed every proof of `verify`.
  ///
  /// Throws `unfitBackup` when it does not pass, `busy` when somebody writes or reads the old
  /// ledger's log; then the old ledger stays as it was.
  package static func restore(
    from backup: String, to path: String, timeout: Duration
  ) throws {
    let source = try open(path: backup, access: .reading) { nil }
    let findings = try source.verify()
    try source.close()
    guard findings.isEmpty else {
      throw StorageError.unfitBackup(path: backup, findings: findings.count)
    }
    let temporary = path + ".\(getpid()).part"
    try? FileManager.default.removeItem(atPath: temporary)
    let lock = try WriterLock(path: path, timeout: timeout)
    defer { lock.release() }
    do {
      try DurableFile.copy(backup, to: temporary)
      try DurableFile.sync(temporary)
      try Engine.settleLog(path: path)
      try DurableFile.rename(temporary, to: path)
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw error
    }
  }
}
