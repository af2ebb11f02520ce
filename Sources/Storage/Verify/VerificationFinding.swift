package import Ledger

/// One thing that should hold of a ledger and does not.
package enum VerificationFinding: Hashable, Sendable {
  /// SQLite's own checks complain.
  case structure(String)
  /// An entry is missing before this one, or it does not continue the one before.
  case chainBroken(entry: Int64)
  /// An entry or one of its changes is not what its hash covers.
  case hashDiffers(entry: Int64)
  case countsDiffer(entry: Int64)
  /// A change outside of every entry.
  case strayChange(id: Int64)
  /// What is stored cannot be read.
  case unreadable(table: String, row: Int64)
  /// A change does not begin where the project stood.
  case unfittingChange(project: ProjectID, entry: Int64)
  /// The balance holds something else than the journal says.
  case balanceDiffers(project: ProjectID)
  /// The journal has a project that the balance lacks, or the other way round.
  case balanceLacks(project: ProjectID)
  case balanceExceeds(project: ProjectID)
  case searchDiffers(project: ProjectID)
  case statementsDiffer(project: ProjectID)
  case catalogueDiffers(kind: String, code: String)
  /// The bytes kept of a file are not those received.
  case uploadDiffers(sha256: String)
}
