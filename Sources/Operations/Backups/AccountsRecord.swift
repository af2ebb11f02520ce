import Access
import Foundation

/// What a record of a backup says of the accounts beside it.
package struct AccountsRecord: Codable, Hashable, Sendable {
  /// The copy's name in the folder.
  package let file: String
  package let bytes: Int64
  /// SHA-256 of the copy's bytes, in hexadecimal.
  package let sha256: String
  /// How many lines the audit had.
  package let lines: Int64
  /// The hash of the last one.
  package let head: String
}

/// Looks at a copy of accounts without altering it: whoever opens such a file writes into it.
struct AccountsLook {
  /// The last line of the audit.
  let head: AuditHead
  /// How many lines are not what was written, or are gone.
  let faults: Int
  /// Entries up to one that the audit should tell of and does not: younger than its last line they may be.
  let untold: [Int64]
  /// The last entry that it tells of; 0 for none.
  let last: Int64

  /// `ledger` is the path of the ledger's copy, which has so many entries.
  init(beside ledger: String, entries: Int64) throws {
    let scratch = try ScratchFolder()
    let copy = scratch.path + "/ledger.sqlite"
    try FileManager.default.copyItem(
      atPath: AccessFile.path(beside: ledger), toPath: AccessFile.path(beside: copy))
    let file = try AccessFile.open(beside: copy)
    defer { try? file.close() }
    head = try file.auditHead()
    faults = try file.auditFaults().count
    last = try file.lastToldEntry()
    untold = try file.entriesWithoutLine(upTo: min(last, entries))
    withExtendedLifetime(scratch) {}
  }
}
