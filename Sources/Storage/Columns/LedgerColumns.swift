import Ledger
import Synchronization

/// What a ledger that is held open keeps in memory of its projects, so that questions are answered without
/// reading them: brought up to date from the changes of each entry, whoever commits it.
final class LedgerColumns: Sendable {
  /// The last two states: a page that began before an entry goes on with the one it began with.
  private let states = Mutex<[ColumnState]>([])
  /// What else was worked out from them.
  let memo = RevisionMemo()

  /// The columns of the state that a session reads; nil of one that is gone by.
  func state(_ session: Session) throws -> ColumnState? {
    let revision = try LedgerStore.revision(session)
    return try states.withLock { states in
      if let state = states.last(where: { $0.revision == revision }) { return state }
      if let last = states.last, last.revision > revision { return nil }
      let state = try states.last?.advanced(session) ?? ColumnState(session)
      states = states.suffix(1) + [state]
      return state
    }
  }
}

/// The columns of one read, looked up by its first question.
final class PinnedColumns {
  private let columns: LedgerColumns
  private var state: ColumnState??

  init(_ columns: LedgerColumns) { self.columns = columns }

  /// The columns of a session's ledger; nil where they cannot answer for it.
  func state(_ session: Session) throws -> ColumnState? {
    if session.past != nil { return nil }
    if let state { return state }
    let found = try columns.state(session)
    state = .some(found)
    return found
  }
}
