import Access
import Foundation
import Ledger
import SpreadsheetWriting
import Storage

extension LedgerOperations {
  /// Writes a consistent copy of the ledger to a file, with copies of the accounts and the issued books beside
  /// it. Accounts are copied first: entries missing from their audit are added when the accounts are next used.
  /// Issues are copied after the ledger, so every registered book is among them. The accounts of a ledger in a
  /// server stay there: the server's own backup has them.
  package func backUp(to path: String) throws {
    let path = try output(path)
    let issues = try output(IssuesFolder.copy(beside: path))
    let accounts =
      try !Engines.isServer(self.path) && AccessFile.stands(beside: self.path)
      ? output(AccessFile.path(beside: path)) : nil
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
