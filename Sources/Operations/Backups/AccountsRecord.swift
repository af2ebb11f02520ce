import Access
import Foundation

/// The accounts file beside a backup, as the backup's record describes it.
package struct AccountsRecord: Codable, Hashable, Sendable {
  /// The copy's name in the folder.
  package let file: String
  package let bytes: Int64
  /// SHA-256 of the copy's bytes, in hexadecimal.
  package let sha256: String
  /// The number of lines in the audit.
  package let lines: Int64
  /// The hash of the last line.
  package let head: String
}

/// Inspects a copy of the accounts without changing it: opening the file writes to it, so a scratch copy is
/// opened.
struct AccountsLook {
  /// The last line of the audit.
  let head: AuditHead
  /// The number of audit lines that were changed or removed.
  let faults: Int
  /// Entries missing from the audit, up to its last entry: later ones may be newer than the audit.
  let untold: [Int64]
  /// The last entry that the audit names; 0 for none.
  let last: Int64

  /// `ledger` is the path of the ledger's copy, `entries` the number of its entries.
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
