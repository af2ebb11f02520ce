/// What a check found of one copy.
package struct BackupCheck: Hashable, Sendable {
  /// Its name in the folder.
  package let name: String
  /// Nil where it has none that can be read.
  package let record: BackupRecord?
  package let problems: [Problem]

  package enum Problem: Hashable, Sendable {
    /// No record stands beside it that can be read.
    case withoutRecord
    /// Its bytes are not those that were written.
    case otherBytes
    /// It is a ledger, and not the one that its record tells of.
    case otherLedger
    /// So many things do not hold in it.
    case unproved(Int)
    /// It cannot be opened.
    case unreadable
    /// The accounts that belong to it are gone.
    case accountsMissing
    /// The accounts are not those that were written, or cannot be opened.
    case otherAccounts
    /// So many lines of the audit are not what was written.
    case unprovedAudit(Int)
    /// The audit is not of this ledger: it tells of an entry that is not there, or not of one that it should.
    case unfittingAudit
    /// The books that were sent out are gone, or not those that were copied.
    case otherIssues
  }
}
