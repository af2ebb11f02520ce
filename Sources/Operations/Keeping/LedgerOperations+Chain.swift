package import Ledger
package import Storage

/// The proof of the chain of entries up to one of them.
package struct ChainProof: Sendable {
  package let entry: Entry
  /// The violations up to the entry; empty if every entry continues the one before and matches its hash.
  package let findings: [VerificationFinding]
  /// Whether its hash is the one noted elsewhere; nil if none was given.
  package let isNoted: Bool?
}

extension LedgerOperations {
  /// Verifies the entries up to one (核验到此): the cheap part of `verification`, without balance, files and
  /// accounts. `noted` is a hash noted elsewhere. Throws `unknownEntry`.
  package func chainProof(through number: Int64, noted: String?) throws -> ChainProof {
    try reading { store, catalogue in
      let entry = try shown(number, store, catalogue)
      return ChainProof(
        entry: entry, findings: try store.chainFindings(through: number),
        isNoted: noted.map { $0.lowercased() == entry.hash })
    }
  }
}
