import Ledger

extension Receipt {
  /// The part visible to a person who does not see all projects: rows of visible projects and, in their own
  /// list, also rows without a project.
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
