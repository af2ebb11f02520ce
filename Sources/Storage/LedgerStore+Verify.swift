import Engine
package import Ledger

extension LedgerStore {
  /// Verifies the ledger: its schema, the engine's structures, the hash chain, and that balance, search, statements,
  /// catalogue and files match the journal. Empty if there are no findings.
  ///
  /// It cannot detect a tail that was cut off with its balance, or a completely rewritten journal: keep the last hash
  /// elsewhere, and check it with `headFinding`.
  package func verify() throws -> [VerificationFinding] {
    try database.read { try Self.findings($0, database.database.engine) }
  }

  /// Verifies the entries up to one: that each continues the previous one and matches its hash.
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
    // With a different schema a table's name may refer to anything, so nothing is read from it.
    if schema.contains(where: \.concernsTables) { return schema + structure }
    let proofs: [(Session) throws -> [VerificationFinding]] = [
      { try $0.connection.forbiddenRows().map(VerificationFinding.forbiddenRow) },
      ChainVerifier.findings, BalanceVerifier.findings, CatalogueVerifier.findings,
      UploadVerifier.findings, RegisterVerifier.findings,
    ]
    return try schema + structure + proofs.flatMap { try findings(session, $0) }
  }

  /// Runs one check; damage that stops it is a finding of its own.
  private static func findings(
    _ session: Session, _ proof: (Session) throws -> [VerificationFinding]
  ) throws -> [VerificationFinding] {
    do { return try proof(session) } catch StorageError.damaged(let table, let row) {
      return [.unreadable(table: table, row: row)]
    } catch EngineError.refused(_, _, let message) {
      return [.structure(message)]
    }
  }

  /// Compares the ledger with an entry that was noted elsewhere; nil if the ledger has that entry.
  package func headFinding(_ head: LedgerHead) throws -> VerificationFinding? {
    let last = try revision
    guard head.number <= last else { return .headMissing(head, last: last) }
    let hash = try entry(head.number).hash
    return hash == head.hash ? nil : .headDiffers(head)
  }

  /// The number of books sent out since the last entry, which no hash covers yet.
  package func uncoveredPublications() throws -> Int {
    try database.read { session in
      // Up to which issue do entries cover the register?
      let covered = try session.row(
        """
        SELECT published
        FROM entry
        WHERE published IS NOT NULL
        ORDER BY number DESC
        LIMIT 1
        """
      ) { RegisterSeal.number($0.text(0)) ?? 0 }
      // How many issues are later?
      return Int(
        try session.integer(
          """
          SELECT count(*)
          FROM publication
          WHERE number > ?
          """, .integer(covered ?? 0)))
    }
  }

  /// Entries with an earlier time than the previous one, because of a wrong clock.
  package func entriesOutOfTime() throws -> [Int64] {
    try database.read { session in
      // Which entries are earlier than the previous one?
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

/// The number and hash of an entry, to be noted elsewhere: they prove all entries up to it.
package struct LedgerHead: Hashable, Sendable {
  package let number: Int64
  /// The SHA-256 in hexadecimal.
  package let hash: String

  package init(_ entry: Entry) {
    number = entry.number
    hash = entry.hash
  }

  /// Parses the text form; nil if it is malformed.
  package init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int64(parts[0]), Stored.number.contains(number),
      parts[1].utf8.count == 64, parts[1].utf8.allSatisfy({ $0 < 128 })
    else { return nil }
    self.number = number
    hash = parts[1].lowercased()
  }

  /// The text form, such as `12:5f3a…`.
  package var text: String { "\(number):\(hash)" }
}
