import Engine

/// Verifies a copy of a backup before it may replace a ledger.
struct BackupProof {
  private let backup: String

  init(_ backup: String) { self.backup = backup }

  /// Upgrades the copy to this program's schema and verifies it; returns the hashes of its entries. Throws
  /// `truncated`, `unfitBackup`, `foreignSchema`.
  func hashes(of replacement: any Replacement) throws -> [String] {
    if replacement.lacksItsEnd { throw StorageError.truncated(path: backup) }
    do {
      let database = try replacement.open()
      let proved = Result { try hashes(of: database) }
      try database.close()
      return try proved.get()
    } catch let error where Self.tellsOfContent(error) {
      if replacement.isTruncated { throw StorageError.truncated(path: backup) }
      switch error {
      case StorageError.unfitBackup, StorageError.foreignSchema: throw error
      default: throw StorageError.unfitBackup(path: backup, findings: 1)
      }
    }
  }

  /// Whether an error is about the content of the backup; a disk failure is not.
  private static func tellsOfContent(_ error: any Error) -> Bool {
    switch error {
    case EngineError.refused(.disk, _, _): false
    case EngineError.refused, EngineError.notALedger, EngineError.strayReference: true
    case StorageError.damaged, StorageError.unfitBackup, StorageError.foreignSchema: true
    default: false
    }
  }

  private func hashes(of database: any Database) throws -> [String] {
    let version = try database.version()
    guard version > 0 else { throw EngineError.notALedger(path: backup) }
    let strange = try database.read {
      try SchemaComparison.differences($0, of: database.engine, version: version)
    }
    guard strange.isEmpty else {
      throw StorageError.foreignSchema(path: backup, differences: strange)
    }
    _ = try LedgerDatabase.migrate(database)
    let findings = try database.read { connection in
      try Session.run(connection) { try LedgerStore.findings($0, database.engine) }
    }
    guard findings.isEmpty else {
      throw StorageError.unfitBackup(path: backup, findings: findings.count)
    }
    return try database.read { try Session.run($0, EntryTable.hashes) }
  }
}
