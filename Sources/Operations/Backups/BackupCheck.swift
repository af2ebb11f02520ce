/// The result of checking one backup.
package struct BackupCheck: Hashable, Sendable {
  /// Its name in the folder.
  package let name: String
  /// Nil if it has no readable record.
  package let record: BackupRecord?
  package let problems: [Problem]

  package enum Problem: Hashable, Sendable {
    /// It has no readable record.
    case withoutRecord
    /// Its bytes differ from those recorded.
    case otherBytes
    /// It is a ledger, but not the one in its record.
    case otherLedger
    /// Verification reports this number of findings.
    case unproved(Int)
    /// It cannot be opened.
    case unreadable
    /// Its accounts file is missing.
    case accountsMissing
    /// The accounts differ from those recorded, or cannot be opened.
    case otherAccounts
    /// This number of audit lines fails verification.
    case unprovedAudit(Int)
    /// The audit belongs to another ledger: it names an entry that does not exist, or lacks one.
    case unfittingAudit
    /// The archive of issued books is missing or differs from what was copied.
    case otherIssues
  }
}
