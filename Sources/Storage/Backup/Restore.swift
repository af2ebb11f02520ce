import Engine

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
    try restore(
      from: backup, to: path, losing: losing, timeout: timeout,
      engine: Engines.engine(for: path))
  }

  /// The same with an engine that is given.
  @discardableResult
  static func restore(
    from backup: String, to path: String, losing: Bool, timeout: Duration,
    engine: any DatabaseEngine
  ) throws -> Restored {
    try StorageError.translating {
      let replacement = try engine.replacement(of: path, by: backup, timeout: timeout)
      defer { replacement.end() }
      let entries = try BackupProof(backup).hashes(of: replacement)
      let standing =
        try replacement.replacesLedger
        ? replacement.askStanding { try Session.run($0, EntryTable.hashes) } : nil
      if !losing { try requireAll(of: standing ?? [], in: entries, path: path) }
      let kept = try replacement.moveIn(standingEntries: standing?.count)
      return Restored(revision: Int64(entries.count), replaced: kept)
    }
  }

  /// Throws `losesEntries` when an entry of the ledger is not among those of a backup.
  private static func requireAll(
    of standing: [String], in backup: [String], path: String
  ) throws {
    let shared = zip(standing, backup).prefix { $0 == $1 }.count
    guard shared < standing.count else { return }
    throw StorageError.losesEntries(
      path: path, found: standing.count, shared: shared, backup: backup.count)
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
