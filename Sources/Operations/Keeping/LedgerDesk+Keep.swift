import Foundation
import Ledger
import Spreadsheet
import SpreadsheetWriting
package import Storage

extension LedgerDesk {
  /// Writes a copy of the ledger, whole and consistent, to a file of its own.
  package func backUp(to path: String) throws {
    let path = try output(path)
    try reading { store, catalogue in
      try permissions(in: catalogue).require(.backup, in: catalogue)
      let file = try TargetFile(path: path)
      try store.backup(to: file.temporary)
      try file.commit()
    }
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
