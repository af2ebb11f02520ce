extension LedgerStore {
  /// Proves the ledger: SQLite's integrity, the hash chain, and that balance, search, statements
  /// and catalogue are what the journal alone says. Empty when all holds.
  ///
  /// What it cannot see from inside is a tail cut off with its balance: keep the last hash outside.
  package func verify() throws -> [VerificationFinding] {
    try engine.read { session in
      try session.integrityProblems().map(VerificationFinding.structure)
        + ChainVerifier.findings(session)
        + BalanceVerifier.findings(session)
        + CatalogueVerifier.findings(session)
        + CatalogueVerifier.uploadFindings(session)
    }
  }
}
