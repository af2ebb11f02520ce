import Engine
import Ledger

extension LedgerDatabase {
  /// Runs a commit until it is known what became of it: a server may be lost in the middle of it, and come back.
  ///
  /// What did not stand is tried again, as long as `before` and `commit` have nothing against what they find. What
  /// was sent and not acknowledged is looked up by the last entry's own hash: where it stands in a server it is
  /// committed as everything else there. Throws what ended it otherwise.
  func settle(
    isMuch: Bool, waits: () throws -> Void, before: () throws -> Void,
    commit: (Session) throws -> [Entry]
  ) throws -> [Entry] {
    var tries = 0
    while true {
      var entries: [Entry] = []
      var hasBegun = false
      do {
        try before()
        let write = { (session: Session) in
          hasBegun = true
          entries = try commit(session)
        }
        try isMuch ? writeMuch(write) : self.write(write)
        return entries
      } catch let error as StorageError {
        tries += 1
        switch try outcome(of: entries.last, after: error) {
        case .stands: return entries
        case .isGone
        where error.isPassing && !isUnseen && tries < Self.most && (hasBegun || tries == 1):
          // Where a second try did not even begin, a server was waited for that did not come back.
          try waits()
        case .isGone: throw error
        }
      }
    }
  }

  /// How often a commit is tried.
  private static let most = 8

  private enum Outcome { case stands, isGone }

  /// Whatever ended a commit once all was written: what counts is what stands.
  private func outcome(of last: Entry?, after error: StorageError) throws -> Outcome {
    guard let last else { return .isGone }
    let told = error.afterCommit(of: last, self)
    if case .commitUnproven(_, stands: true) = told, error.isPassing { return .stands }
    if told != error { throw told }
    return .isGone
  }
}

extension StorageError {
  /// Whether the same may come to another end when it is tried again: a server was lost, or somebody came between.
  var isPassing: Bool {
    switch self {
    case .unreachable, .overtaken: true
    default: false
    }
  }
}
