package import Ledger

/// One thing that should hold of a ledger and does not.
package enum VerificationFinding: Hashable, Sendable {
  /// A table, index, view or trigger that this version does not make, or makes otherwise.
  case schemaDiffers(SchemaDifference)
  /// The engine's own checks complain.
  case structure(String)
  /// A row refers to one that is not there; its number is 0 where rows have none.
  case strayReference(table: String, row: Int64, to: String)
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
  /// A file is kept under another name than the entry that brought it gives.
  case uploadNameDiffers(sha256: String)
  /// A file is kept that no entry came from.
  case strayUpload(sha256: String)
  /// Values of an entry that do not stand where they came from, in the file that is kept: how many, and
  /// the first place.
  case valuesNotInFile(entry: Int64, count: Int, sheet: String, cell: String)
  /// The register of books sent out is not what an entry found.
  case registerDiffers(entry: Int64)
  /// A row that its table forbids.
  case forbiddenRow(table: String, row: Int64)
  /// The ledger has fewer entries than the one that was noted elsewhere.
  case headMissing(LedgerHead, last: Int64)
  /// The entry that was noted elsewhere is another one.
  case headDiffers(LedgerHead)

  /// Whether what stands under the name of a table is not that table.
  var concernsTables: Bool {
    guard case .schemaDiffers(let difference) = self else { return false }
    return difference.type == "view" || difference.type == "table" && difference.state != .extra
  }
}
