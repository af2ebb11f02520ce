import Access
import Ledger
import Machine
import Storage

/// How a ledger's files stand, for whoever watches over a server.
package struct LedgerCondition: Hashable, Sendable {
  /// The number of the last entry.
  package let revision: Int64
  /// The size of the ledger's file.
  package let bytes: Int
  /// What stands beside it: above all what was committed and is not yet in it.
  package let besideBytes: Int
  /// The size of the file of accounts; 0 where there is none.
  package let accountBytes: Int
}

extension LedgerOperations {
  /// Opens the ledger anew, as the next process would, and reads its last entry: a file that is gone, was
  /// exchanged or cannot be read is found although somebody holds the former one open.
  package func condition() throws -> LedgerCondition {
    var operations = LedgerOperations(path: path, actor: actor, now: now)
    operations.interruption = interruption
    let revision = try operations.reading { store, _ in try store.entry(store.revision).number }
    let beside = LedgerStore.files(of: path).dropFirst()
    return LedgerCondition(
      revision: revision, bytes: RealPath.size(of: path),
      besideBytes: beside.reduce(0) { $0 + RealPath.size(of: $1) },
      accountBytes: RealPath.size(of: AccessFile.path(beside: path)))
  }
}
