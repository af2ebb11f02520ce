extension LedgerStore {
  /// What a restore has put in place.
  package struct Restored: Hashable, Sendable {
    /// The last entry of the ledger that stands there now.
    package let revision: Int64
    /// Where the ledger is that stood there before; nil when there was none.
    package let replaced: String?
  }

  /// Puts a backup in the place of the ledger at a path, after a copy of it passed every proof of
  /// `verify`; the backup is only read. The ledger that was there is kept beside it.
  ///
  /// Throws `unfitBackup`, `foreignSchema`, `truncated` when the backup does not pass; `losesEntries` when
  /// entries of the ledger are not in it and `losing` is false; `busy` when somebody has one of the two
  /// open. Then everything is as it was.
  @discardableResult
  package static func restore(
    from backup: String, to path: String, losing: Bool, timeout: Duration
  ) throws -> Restored {
    let source = LedgerFiles(path: backup)
    let target = LedgerFiles(path: path)
    guard source.exists else { throw StorageError.missing(path: backup) }
    if LedgerFiles.areSame(source.main, target.main) {
      throw StorageError.backupIsLedger(path: path)
    }
    try LedgerPlace.checkForWriting(target.main)
    let lock = try WriterLock(target, timeout: timeout)
    defer { lock.release() }
    let copy = try SteadyCopy.of(source) {
      try BackupCopy(of: source, beside: target, timeout: timeout)
    }
    defer { copy.remove() }
    let entries = try copy.prove()
    let standing = try StandingLedger(target)
    if !losing { try standing.requireAll(in: entries) }
    let kept = try standing.makeRoom { try copy.moveIn(keepingAs: $0) }
    return Restored(revision: Int64(entries.count), replaced: kept)
  }
}

extension EntryTable {
  /// The hashes of all entries, in order.
  static func hashes(_ session: Session) throws -> [String] {
    // What is the chain?
    try session.rows(
      """
      SELECT hash
      FROM entry
      ORDER BY number
      """
    ) { $0.text(0) }
  }
}
