import Foundation
package import Storage

extension LedgerDesk {
  /// Writes a copy of the ledger, whole and consistent, to a new file.
  package func backUp(to path: String) throws {
    try reading { store, _ in try store.backup(to: path) }
  }

  /// Puts a verified backup in the ledger's place; the ledger that was there is kept beside it.
  package func restore(from path: String) throws {
    try LedgerStore.restore(from: path, to: self.path, timeout: patience)
  }
}
