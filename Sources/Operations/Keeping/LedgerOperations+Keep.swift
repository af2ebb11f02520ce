import Access
import Foundation
import Ledger
import SpreadsheetWriting
import Storage

extension LedgerOperations {
  /// Writes a copy of the ledger, whole and consistent, to a file of its own, and beside it one of the accounts and
  /// of the books that were sent out. The accounts come first: what their audit does not tell of yet gets its lines
  /// when they are used. The issues come behind the register: every book that it knows was written by then.
  package func backUp(to path: String) throws {
    let path = try output(path)
    let issues = try output(IssuesFolder.copy(beside: path))
    let accounts =
      try AccessFile.stands(beside: self.path) ? output(AccessFile.path(beside: path)) : nil
    try reading { store, catalogue in
      try permissions(in: catalogue).require(.backup, in: catalogue)
      if let accounts { try backUpAccounts(to: accounts) }
      let file = try TargetFile(path: path)
      try store.backup(to: file.temporary)
      try IssuesFolder(beside: self.path).copy(to: issues, interruption)
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
}
