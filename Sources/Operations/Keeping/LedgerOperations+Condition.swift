import Access
import Ledger
import Machine
import Storage

/// The size and revision of a ledger's files, for monitoring a server.
package struct LedgerCondition: Hashable, Sendable {
  /// The number of the last entry.
  package let revision: Int64
  /// The size of the ledger's file.
  package let bytes: Int
  /// The size of the files beside it, mostly the write-ahead log with commits not yet in the main file.
  package let besideBytes: Int
  /// The size of the accounts file; 0 if there is none.
  package let accountBytes: Int
}

extension LedgerOperations {
  /// Reopens the ledger, as a new process would, and reads its last entry: this detects a file that was
  /// deleted, replaced or made unreadable while it is held open.
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
