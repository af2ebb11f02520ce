package import Foundation
package import Ledger

/// Callbacks of a ledger to its user: questions that only a person can answer, and notices of events.
package struct LedgerWatch: Sendable {
  /// Whether the clock is right although so much time has passed since the last entry.
  package let confirms: @Sendable (ClockGap) -> Bool
  /// Receives notices.
  package let tells: @Sendable (LedgerNote) -> Void
  /// Called while another writer holds the lock, and regularly during long queries; cancels them by throwing.
  package var waits: @Sendable () throws -> Void = {}
  /// Called with every committed entry, before the commit returns. If it throws, the commit throws its error, but the
  /// entry stays.
  package var committed: @Sendable (Entry) throws -> Void = { _ in }
  /// Called with the name of a received file that cannot be read.
  package var refused: @Sendable (String) throws -> Void = { _ in }

  package init(
    confirms: @escaping @Sendable (ClockGap) -> Bool,
    tells: @escaping @Sendable (LedgerNote) -> Void
  ) {
    self.confirms = confirms
    self.tells = tells
  }

  /// Confirms nothing and ignores notices.
  package static let nobody = LedgerWatch(confirms: { _ in false }, tells: { _ in })
}

/// The time of the last entry and the clock's.
package struct ClockGap: Hashable, Sendable {
  package let last: Date
  package let now: Date

  package init(last: Date, now: Date) {
    self.last = last
    self.now = now
  }
}

/// A notice of an event that is not an error.
package enum LedgerNote: Hashable, Sendable {
  /// The clock is behind the last entry, so the new entry has that one's time.
  case clockBehind(ClockGap)
  /// The ledger has an earlier schema and is about to be upgraded; the path of the copy that was kept.
  case earlierKept(path: String)
  /// The ledger had an earlier schema, so its balance was rewritten from the journal.
  case balanceRewritten(schema: Int, to: Int)
}
