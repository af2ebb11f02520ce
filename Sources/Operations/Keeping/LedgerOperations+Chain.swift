package import Ledger
package import Storage

/// How the chain of entries stands up to one of them.
package struct ChainProof: Sendable {
  package let entry: Entry
  /// What does not hold among the entries up to it; empty when each continues the one before and is what its hash
  /// covers.
  package let findings: [VerificationFinding]
  /// Whether it is the entry that was noted elsewhere; nil where none was.
  package let isNoted: Bool?
}

extension LedgerOperations {
  /// Proves the entries up to one (核验到此): the cheap part of `verification`, without balance, files and accounts.
  /// `noted` is its hash as somebody wrote it down. Throws `unknownEntry`.
  package func chainProof(through number: Int64, noted: String?) throws -> ChainProof {
    try reading { store, catalogue in
      let entry = try shown(number, store, catalogue)
      return ChainProof(
        entry: entry, findings: try store.chainFindings(through: number),
        isNoted: noted.map { $0.lowercased() == entry.hash })
    }
  }
}
