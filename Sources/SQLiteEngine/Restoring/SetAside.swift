import Machine

/// The log and the journal of a ledger that gives way: they are part of its content, and would be taken for
/// its successor's where they stand.
struct SetAside {
  private let files: LedgerFiles
  private let moves: [(from: String, to: String)]

  init(of files: LedgerFiles, as kept: LedgerFiles) {
    self.files = files
    moves = [(files.log, kept.log), (files.journal, kept.journal)].filter {
      RealPath.size(of: $0.from) > 0
    }
  }

  /// Lets nothing stand beside the ledger: what belongs to its content has its new name before it loses
  /// the old one.
  func leave() throws {
    for move in moves { try DurableFile.double(move.from, as: move.to) }
    if !moves.isEmpty { try DurableFile.sync(files.folder) }
    for path in [files.log, files.journal, files.index] { try DurableFile.remove(path) }
  }

  /// Puts back what was set aside, as far as it was.
  func putBack() {
    for move in moves where RealPath.facts(of: move.to) != nil {
      // Of two names of one file both stay when one is given the other's.
      if (try? DurableFile.rename(move.to, to: move.from)) != nil {
        try? DurableFile.remove(move.to)
      }
    }
  }
}
