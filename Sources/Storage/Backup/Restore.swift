import Engine

extension LedgerStore {
  /// What a restore has put in place.
  package struct Restored: Hashable, Sendable {
    /// The last entry of the ledger that stands there now.
    package let revision: Int64
    /// Where the ledger is that stood there before; nil when there was none.
    package let replaced: String?
    package let effect: RestoreEffect
  }

  /// Puts a backup in the place of the ledger at a path, after a copy of it passed every proof of
  /// `verify`; the backup is only read. The ledger that was there is kept beside it.
  ///
  /// Throws `unfitBackup`, `foreignSchema`, `truncated` when the backup does not pass; `losesEntries` when
  /// entries of the ledger are not in it and `losing` is false; what `confirms` throws, which is told what
  /// would come and go; `busy` when somebody has one of the two open. Then everything is as it was.
  @discardableResult
  package static func restore(
    from backup: String, to path: String, losing: Bool, timeout: Duration,
    confirms: (RestoreEffect) throws -> Void
  ) throws -> Restored {
    try restore(
      from: backup, to: path, losing: losing, timeout: timeout,
      engine: Engines.engine(for: path), confirms: confirms)
  }

  /// The same with an engine that is given.
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
