package import Ledger

/// A violated condition of a ledger.
package enum VerificationFinding: Hashable, Sendable {
  /// A table, index, view or trigger that differs from this version's schema.
  case schemaDiffers(SchemaDifference)
  /// A problem from the engine's own checks.
  case structure(String)
  /// A row refers to one that does not exist; its number is 0 if the table has none.
  case strayReference(table: String, row: Int64, to: String)
  /// An entry is missing before this one, or it does not continue the previous one.
  case chainBroken(entry: Int64)
  /// An entry or one of its changes does not match its hash.
  case hashDiffers(entry: Int64)
  case countsDiffer(entry: Int64)
  /// A change outside of every entry.
  case strayChange(id: Int64)
  /// A stored value is invalid.
  case unreadable(table: String, row: Int64)
  /// A change does not begin at the project's values.
  case unfittingChange(project: ProjectID, entry: Int64)
  /// The balance differs from the journal.
  case balanceDiffers(project: ProjectID)
  /// The balance lacks a project of the journal, or has one that the journal lacks.
  case balanceLacks(project: ProjectID)
  case balanceExceeds(project: ProjectID)
  case searchDiffers(project: ProjectID)
  case statementsDiffer(project: ProjectID)
  case catalogueDiffers(kind: String, code: String)
  /// The stored bytes of a file do not match its hash.
  case uploadDiffers(sha256: String)
  /// The stored name of a file differs from its first entry's.
  case uploadNameDiffers(sha256: String)
  /// A stored file without an entry.
  case strayUpload(sha256: String)
  /// Values of an entry that are not in their cells of the stored file: their number, and the first cell.
  case valuesNotInFile(entry: Int64, count: Int, sheet: String, cell: String)
  /// The register of books sent out differs from the one that an entry recorded.
  case registerDiffers(entry: Int64)
  /// A row that violates a CHECK of its table.
  case forbiddenRow(table: String, row: Int64)
  /// The ledger has fewer entries than the number of the noted one.
  case headMissing(LedgerHead, last: Int64)
  /// The entry that was noted elsewhere has another hash.
  case headDiffers(LedgerHead)

  /// Whether a table's name may refer to something else than that table.
  var concernsTables: Bool {
    guard case .schemaDiffers(let difference) = self else { return false }
    return difference.type == "view" || difference.type == "table" && difference.state != .extra
  }
}
