extension LedgerStore {
  /// Proves the ledger: SQLite's integrity, the hash chain, and that balance, search, statements
  /// and catalogue are what the journal alone says. Empty when all holds.
  ///
  /// What it cannot see from inside is a tail cut off with its balance: keep the last hash outside.
  package func verify() throws -> [VerificationFinding] {
    try engine.read { session in
      let proofs: [(Session) throws -> [VerificationFinding]] = [
        { try $0.integrityProblems().map(VerificationFinding.structure) },
        ChainVerifier.findings, BalanceVerifier.findings, CatalogueVerifier.findings,
        CatalogueVerifier.uploadFindings,
      ]
      return try proofs.flatMap { proof in
        do { return try proof(session) } catch StorageError.damaged(let table, let row) {
          return [.unreadable(table: table, row: row)]
        } catch StorageError.engine(_, let message) {
          return [.structure(message)]
        }
      }
    }
  }
}
