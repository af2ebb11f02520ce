import Engine
package import Ledger

extension LedgerStore {
  /// Proves the ledger: its schema, the engine's structures, the hash chain, and that balance, search,
  /// statements, catalogue and files are what the journal alone says. Empty when all holds.
  ///
  /// What it cannot see from inside is a tail cut off with its balance, or a journal written anew as a
  /// whole: keep the last hash outside, and ask `headFinding`.
  package func verify() throws -> [VerificationFinding] {
    try database.read { try Self.findings($0, database.database.engine) }
  }

  /// Proves the entries up to one: that each continues the one before, and is what its hash covers.
  package func chainFindings(through entry: Int64) throws -> [VerificationFinding] {
    try database.read { session in
      try Self.findings(session) { try ChainVerifier.findings(through: entry, $0) }
    }
  }

  /// The same within a session.
  static func findings(
    _ session: Session, _ engine: any DatabaseEngine
  ) throws -> [VerificationFinding] {
    let schema = try findings(session) {
      try SchemaComparison.differences($0.connection, of: engine, version: engine.latestSchema)
        .map(VerificationFinding.schemaDiffers)
    }
    let structure = try findings(session) {
      try $0.connection.structuralProblems().map(VerificationFinding.structure)
        + $0.connection.strayReferences().map(VerificationFinding.strayReference)
    }
    // What stands under the name of a table may be anything then: nothing of it is read.
    if schema.contains(where: \.concernsTables) { return schema + structure }
    let proofs: [(Session) throws -> [VerificationFinding]] = [
      { try $0.connection.forbiddenRows().map(VerificationFinding.forbiddenRow) },
      ChainVerifier.findings, BalanceVerifier.findings, CatalogueVerifier.findings,
      UploadVerifier.findings, RegisterVerifier.findings,
    ]
    return try schema + structure + proofs.flatMap { try findings(session, $0) }
  }

  /// One proof; that it cannot be read to its end is a finding of its own.
  private static func findings(
    _ session: Session, _ proof: (Session) throws -> [VerificationFinding]
  ) throws -> [VerificationFinding] {
    do { return try proof(session) } catch StorageError.damaged(let table, let row) {
      return [.unreadable(table: table, row: row)]
    } catch EngineError.refused(_, _, let message) {
      return [.structure(message)]
    }
  }

  /// How the ledger stands to an entry that was noted elsewhere, by its number and hash; nil when it
  /// holds that entry.
  package func headFinding(_ head: LedgerHead) throws -> VerificationFinding? {
    let last = try revision
    guard head.number <= last else { return .headMissing(head, last: last) }
    let hash = try entry(head.number).hash
    return hash == head.hash ? nil : .headDiffers(head)
  }

  /// How many books were sent out since the last entry, which no entry covers so far.
  package func uncoveredPublications() throws -> Int {
    try database.read { session in
      // Up to which issue does an entry cover the register?
      let covered = try session.row(
        """
        SELECT published
        FROM entry
        WHERE published IS NOT NULL
        ORDER BY number DESC
        LIMIT 1
        """
      ) { RegisterSeal.number($0.text(0)) ?? 0 }
      // How many came later?
      return Int(
        try session.integer(
          """
          SELECT count(*)
          FROM publication
          WHERE number > ?
          """, .integer(covered ?? 0)))
    }
  }

  /// Entries that were recorded before the one before them: the clock was wrong.
  package func entriesOutOfTime() throws -> [Int64] {
    try database.read { session in
      // Which entries are earlier than the one before?
      try session.rows(
        """
        SELECT e.number
        FROM entry AS e
        JOIN entry AS b ON b.number = e.number - 1
        WHERE e.at < b.at
        ORDER BY e.number
        """
      ) { $0.int64(0) }
    }
  }
}

/// The end of a ledger's chain, short enough to be noted elsewhere: what comes before is proved by it.
package struct LedgerHead: Hashable, Sendable {
  package let number: Int64
  /// SHA-256 in hexadecimal.
  package let hash: String

  package init(_ entry: Entry) {
    number = entry.number
    hash = entry.hash
  }

  /// Reads the written form; nil when it is none.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int64(parts[0]), Stored.number.contains(number),
      parts[1].utf8.count == 64, parts[1].utf8.allSatisfy({ $0 < 128 })
    else { return nil }
    self.number = number
    hash = parts[1].lowercased()
  }

  /// `12:5f3a…`.
  package var text: String { "\(number):\(hash)" }
}
