import Ledger

extension Receipt {
  /// What somebody is shown of it who does not see all projects: rows about a project that is shown; of their
  /// own list also those about none.
  func of(_ entry: Entry, isOwn: Bool) -> Receipt {
    let rows = rows.filter { row in
      switch row.outcome {
      case .review, .rejected: isOwn
      case .created, .updated, .unchanged: !row.name.isEmpty
      }
    }
    return Receipt(
      entry: entry, rows: rows, decisions: isOwn ? decisions : [],
      notes: isOwn ? notes : EntryNotes(), catalogue: catalogue, olderThan: olderThan)
  }
}
