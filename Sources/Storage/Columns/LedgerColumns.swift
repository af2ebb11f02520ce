import Ledger
import Synchronization

/// The projects' values that an open ledger keeps in memory, so that queries need not read the tables. Updated from
/// the changes of each entry, whichever process commits it.
final class LedgerColumns: Sendable {
  /// The last two states: a request that began before an entry continues with its state.
  private let states = Mutex<[ColumnState]>([])
  /// Other results computed from the ledger.
  let memo = RevisionMemo()

  /// The columns of the state that a session reads; nil if that state is outdated.
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

/// The columns for one read, chosen by its first query.
final class PinnedColumns {
  private let columns: LedgerColumns
  private var state: ColumnState??

  init(_ columns: LedgerColumns) { self.columns = columns }

  /// The columns of a session's state; nil if they cannot answer for it.
  func state(_ session: Session) throws -> ColumnState? {
    if session.past != nil { return nil }
    if let state { return state }
    let found = try columns.state(session)
    state = .some(found)
    return found
  }
}
