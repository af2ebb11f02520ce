import Engine
package import Foundation
import Storage

/// A backup's accounts about to replace those of a ledger: a proved copy in which all sessions are ended.
package final class AccountsRestore {
  private let replacement: any Replacement
  private var standing: Int?
  /// The path of the replaced accounts; nil before the move, and if there were none.
  package private(set) var replaced: String?
  private var isMoved = false

  /// Prepares the accounts of a backup; nil if it has none, and for a ledger in a server, whose accounts stay.
  /// Throws `unfitBackup` if their audit is not intact, `busy`, and any error of copying.
  package static func prepare(
    from backup: String, beside ledger: String, timeout: Duration, by actor: AuditActor,
    at now: Date
  ) throws -> AccountsRestore? {
    guard !Engines.isServer(ledger), try AccessFile.stands(beside: backup) else { return nil }
    return try StorageError.translating {
      let source = AccessFile.path(beside: backup)
      let restore = AccountsRestore(
        try Engines.replacement(
          ofAccounts: AccessFile.path(beside: ledger), by: source, timeout: timeout))
      do {
        try restore.settle(source, actor, now)
        return restore
      } catch {
        restore.end()
        throw error
      }
    }
  }

  private init(_ replacement: any Replacement) { self.replacement = replacement }

  private func settle(_ source: String, _ actor: AuditActor, _ now: Date) throws {
    if replacement.lacksItsEnd { throw StorageError.truncated(path: source) }
    let database = try replacement.open()
    let outcome = Result {
      guard try database.version() > 0 else { throw StorageError.notALedger(path: source) }
      _ = try database.migrate { _ in }
      let faults = try database.read { connection in
        try connection.structuralProblems().count + AuditTable.faults(Rows(connection)).count
      }
      guard faults == 0 else { throw StorageError.unfitBackup(path: source, findings: faults) }
      try database.write { connection in
        let rows = Rows(connection)
        try rows.run("DELETE FROM session")
        try AuditTable.append(
          AuditLine(.session, by: actor, on: "", result: "all ended"), at: now, rows)
      }
    }
    try database.close()
    try outcome.get()
    standing =
      try replacement.replacesLedger
      ? replacement.askStanding { Int(try AuditTable.head(Rows($0)).number) } : nil
  }

  /// Puts the copy in place; the replaced file is kept beside it. Throws `busy` while another process has it open.
  package func moveIn() throws {
    replaced = try StorageError.translating {
      try replacement.moveIn(standingEntries: standing)
    }
    isMoved = true
  }

  /// Restores the replaced file after a later step failed.
  package func takeBack() throws {
    guard isMoved else { return }
    try StorageError.translating { try replacement.takeBack(kept: replaced) }
    isMoved = false
  }

  /// Lets others write again; removes the copy if it was not moved in.
  package func end() { replacement.end() }
}
