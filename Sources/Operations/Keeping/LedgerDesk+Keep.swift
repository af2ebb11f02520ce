import Access
import Foundation
import Ledger
import Spreadsheet
import SpreadsheetWriting
package import Storage

extension LedgerDesk {
  /// Writes a copy of the ledger, whole and consistent, to a file of its own, and one of the accounts beside
  /// it. The accounts come first: what their audit does not tell of yet gets its lines when they are used.
  package func backUp(to path: String) throws {
    let path = try output(path)
    let accounts =
      try AccessFile.stands(beside: self.path) ? output(AccessFile.path(beside: path)) : nil
    try reading { store, catalogue in
      try permissions(in: catalogue).require(.backup, in: catalogue)
      if let accounts { try backUpAccounts(to: accounts) }
      let file = try TargetFile(path: path)
      try store.backup(to: file.temporary)
      try file.commit()
    }
  }

  private func backUpAccounts(to path: String) throws {
    let access = try AccessFile.open(beside: self.path, now: now)
    defer { try? access.close() }
    let file = try TargetFile(path: path)
    try access.copy(to: file.temporary)
    try file.commit()
  }

  /// Puts a verified backup in the ledger's place; the ledger that was there is kept beside it. Entries
  /// that are not in the backup are given up only when `losing` says so; `confirms` is told what would come
  /// and go, and throws what keeps it from being done.
  package func restore(
    from path: String, losing: Bool, confirms: (RestoreEffect) throws -> Void
  ) throws -> LedgerStore.Restored {
    // Whoever may read the file may put another in its place: a ledger that cannot be read is asked nothing.
    if person.grants != nil { try permissions().require(.backup, in: catalogue()) }
    if Self.isFolder(path) { throw StorageError.notALedger(path: path) }
    try RegularFile.check(FilePath(path))
    return try LedgerStore.restore(
      from: path, to: self.path, losing: losing, timeout: patience, confirms: confirms)
  }
}
