import Engine

extension LedgerStore {
  /// The result of a restore.
  package struct Restored: Hashable, Sendable {
    /// The last entry of the restored ledger.
    package let revision: Int64
    /// Where the replaced ledger is kept; nil if there was none.
    package let replaced: String?
    package let effect: RestoreEffect
  }

  /// Replaces the ledger at a path by a backup, after a copy of the backup passed `verify`; the backup is only read.
  /// The replaced ledger is kept beside it.
  ///
  /// Throws `unfitBackup`, `foreignSchema`, `truncated` if the backup does not pass; `losesEntries` if it lacks
  /// entries of the ledger and `losing` is false; whatever `confirms` throws, which receives the effect; `busy` if
  /// one of the two is open elsewhere. Then nothing has changed.
  @discardableResult
  package static func restore(
    from backup: String, to path: String, losing: Bool, timeout: Duration,
    confirms: (RestoreEffect) throws -> Void
  ) throws -> Restored {
    try restore(
      from: backup, to: path, losing: losing, timeout: timeout,
      engine: Engines.engine(for: path), confirms: confirms)
  }

  /// The same with a given engine.
  @discardableResult
  static func restore(
    from backup: String, to path: String, losing: Bool, timeout: Duration,
    engine: any DatabaseEngine, confirms: (RestoreEffect) throws -> Void
  ) throws -> Restored {
    try StorageError.translating {
      if Engines.isServer(path) {
        return try RestoreInServer(engine, path, timeout).run(backup, losing, confirms)
      }
      try engine.makePlace(for: path)
      let replacement = try engine.replacement(of: path, by: backup, timeout: timeout)
      defer { replacement.end() }
      let entries = try BackupProof(backup).hashes(of: replacement)
      let standing =
        try replacement.replacesLedger
        ? replacement.askStanding { try Session.run($0, EntryTable.hashes) } : []
      let effect = RestoreEffect(standing: standing, backup: entries)
      if effect.lost > 0, !losing { throw StorageError.losesEntries(path: path, effect) }
      try confirms(effect)
      let kept = try replacement.moveIn(
        standingEntries: replacement.replacesLedger ? standing?.count : nil)
      return Restored(revision: Int64(entries.count), replaced: kept, effect: effect)
    }
  }
}

extension EntryTable {
  /// The hashes of all entries, in order.
  static func hashes(_ session: Session) throws -> [String] {
    // What are the hashes of the chain?
    try session.rows(
      """
      SELECT hash
      FROM entry
      ORDER BY number
      """
    ) { $0.text(0) }
  }
}
