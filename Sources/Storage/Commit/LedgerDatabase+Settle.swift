import Engine
import Ledger

extension LedgerDatabase {
  /// Runs a commit until its outcome is known: a server may be lost during the commit, and come back.
  ///
  /// If the entries were not stored, the commit is tried again, unless `before` or `commit` throws. An unacknowledged
  /// commit is looked up by the hash of its last entry: if a server has that entry, it is committed. Throws the error
  /// that ended the commit otherwise.
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
          // The server did not come back if not even the second attempt could begin.
          try waits()
        case .isGone: throw error
        }
      }
    }
  }

  /// The maximum number of attempts.
  private static let most = 8

  private enum Outcome { case stands, isGone }

  /// Whether a failed commit was stored nevertheless.
  private func outcome(of last: Entry?, after error: StorageError) throws -> Outcome {
    guard let last else { return .isGone }
    let told = error.afterCommit(of: last, self)
    if case .commitUnproven(_, stands: true) = told, error.isPassing { return .stands }
    if told != error { throw told }
    return .isGone
  }
}

extension StorageError {
  /// Whether a retry may succeed: a server was lost, or another transaction came first.
  var isPassing: Bool {
    switch self {
    case .unreachable, .overtaken: true
    default: false
    }
  }
}
