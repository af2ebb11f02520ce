import Access
import Foundation
package import Ledger
import SpreadsheetWriting
package import Storage
import Wording

/// The result of a restore: a ledger, its accounts if the backup had some, and the issued books.
package struct RestoredPair: Sendable {
  package let ledger: LedgerStore.Restored
  /// The number of issues that were missing and have been restored.
  package let issues: Int
  /// Nil if the backup had no accounts: the current ones are unchanged.
  package let accounts: Accounts?

  package struct Accounts: Sendable {
    /// The path of the previous accounts; nil if there were none.
    package let replaced: String?
  }
}

extension LedgerOperations {
  /// Replaces the ledger by a verified backup, together with its accounts (both or neither), then restores
  /// missing issues. The previous files are kept beside it, and everyone is signed out. Entries missing from
  /// the backup are discarded only with `losing`; `confirms` receives the effect beforehand and throws to
  /// prevent it.
  package func restore(
    from path: String, losing: Bool, confirms: (RestoreEffect) throws -> Void
  ) throws -> RestoredPair {
    try checkRestoring()
    if Self.isFolder(path) { throw StorageError.notALedger(path: path) }
    try RegularFile.check(FilePath(path))
    let actor = AuditActor(login: person.login, name: actor, address: "terminal")
    let accounts = try AccountsRestore.prepare(
      from: path, beside: self.path, timeout: patience, by: actor, at: now())
    defer { accounts?.end() }
    let issues = try IssuesFolder(beside: self.path).restoring(
      from: IssuesFolder.copy(beside: path), interruption)
    defer { issues.end() }
    do {
      let ledger = try LedgerStore.restore(
        from: path, to: self.path, losing: losing, timeout: patience
      ) { effect in
        try confirms(effect)
        try accounts?.moveIn()
      }
      return RestoredPair(
        ledger: ledger, issues: try issues.moveIn(),
        accounts: accounts.map { .init(replaced: $0.replaced) })
    } catch {
      try accounts?.takeBack()
      throw error
    }
  }

  /// Writes the ledger or a backup, as of an entry, to a new file and verifies it; the source is only read.
  /// Returns the entry. Throws `outputExists`.
  package func restore(through entry: Int64, of backup: String?, to path: String) throws -> Entry {
    try checkRestoring()
    let path = try output(path)
    guard !FileManager.default.fileExists(atPath: path) else {
      throw OperationError.outputExists(path: path)
    }
    if let backup { try RegularFile.check(FilePath(backup)) }
    let file = try TargetFile(path: path)
    let scratch = try ScratchFolder(in: (path as NSString).deletingLastPathComponent)
    return try withExtendedLifetime(scratch) {
      let restored = try LedgerStore.restore(
        through: entry, of: backup ?? self.path, into: file.temporary,
        by: scratch.path + "/ledger.sqlite")
      try file.commit()
      return restored
    }
  }

  /// Anyone who can read the file may replace it: permissions are not read from a ledger that may be
  /// unreadable.
  private func checkRestoring() throws {
    if person.grants != nil { try permissions().require(.backup, in: catalogue()) }
  }
}
