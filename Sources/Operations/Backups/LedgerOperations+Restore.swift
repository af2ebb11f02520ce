import Access
import Foundation
package import Ledger
import SpreadsheetWriting
package import Storage
import Wording

/// What a restore has put in place: a ledger, its accounts where the backup had some, and the books that were sent
/// out by then.
package struct RestoredPair: Sendable {
  package let ledger: LedgerStore.Restored
  /// How many issues were not here any more.
  package let issues: Int
  /// Nil where the backup had no accounts: then those that stand are as they were.
  package let accounts: Accounts?

  package struct Accounts: Sendable {
    /// Where those are that stood there before; nil when there were none.
    package let replaced: String?
  }
}

extension LedgerOperations {
  /// Puts a verified backup in the ledger's place, with the accounts that stand beside it: both, or none when one of
  /// them cannot be; then the issues that are not here any more. What was there is kept beside it, and nobody is signed in any more. Entries that are not in the
  /// backup are given up only when `losing` says so; `confirms` is told what would come and go, and throws what
  /// keeps it from being done.
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

  /// Writes the ledger, or a backup, as an entry left it into a new file, and proves it; what it is made from is only
  /// read. Returns the entry. Throws `outputExists`.
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

  /// Whoever may read the file may put another in its place: a ledger that cannot be read is asked nothing.
  private func checkRestoring() throws {
    if person.grants != nil { try permissions().require(.backup, in: catalogue()) }
  }
}
