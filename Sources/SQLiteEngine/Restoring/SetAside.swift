import Machine

/// The log and rollback journal of a ledger that is replaced: they are part of its content, and SQLite would apply
/// them to its successor.
struct SetAside {
  private let files: LedgerFiles
  private let moves: [(from: String, to: String)]

  init(of files: LedgerFiles, as kept: LedgerFiles) {
    self.files = files
    moves = [(files.log, kept.log), (files.journal, kept.journal)].filter {
      RealPath.size(of: $0.from) > 0
    }
  }

  /// Clears the files beside the ledger; those with content get their new name before they lose the old one.
  func leave() throws {
    for move in moves { try DurableFile.double(move.from, as: move.to) }
    if !moves.isEmpty { try DurableFile.sync(files.folder) }
    for path in [files.log, files.journal, files.index] { try DurableFile.remove(path) }
  }

  /// Puts back the files that were moved.
  func putBack() {
    for move in moves where RealPath.facts(of: move.to) != nil {
      // `rename` does nothing if both names are links to one file.
      if (try? DurableFile.rename(move.to, to: move.from)) != nil {
        try? DurableFile.remove(move.to)
      }
    }
  }
}
