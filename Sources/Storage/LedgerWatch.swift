package import Foundation
package import Ledger

/// Whoever watches over a ledger while it is used: is asked what only a person knows, and told what would
/// else happen without a word.
package struct LedgerWatch: Sendable {
  /// Whether the clock is right although so much time has passed since the last entry.
  package let confirms: @Sendable (ClockGap) -> Bool
  /// Takes what there is to say.
  package let tells: @Sendable (LedgerNote) -> Void
  /// Asked while another writer is waited for, and now and then in long questions; ends them by throwing.
  package var waits: @Sendable () throws -> Void = {}
  /// Told of every entry when it is committed, before whoever acted hears of it. What it throws is said in
  /// the act's place; the entry stands.
  package var committed: @Sendable (Entry) throws -> Void = { _ in }
  /// Told of a file that was received and is nothing that can be read, by its name.
  package var refused: @Sendable (String) throws -> Void = { _ in }

  package init(
    confirms: @escaping @Sendable (ClockGap) -> Bool,
    tells: @escaping @Sendable (LedgerNote) -> Void
  ) {
    self.confirms = confirms
    self.tells = tells
  }

  /// Nobody watches: nothing is confirmed.
  package static let nobody = LedgerWatch(confirms: { _ in false }, tells: { _ in })
}

/// The time of the last entry beside what the clock says.
package struct ClockGap: Hashable, Sendable {
  package let last: Date
  package let now: Date

  package init(last: Date, now: Date) {
    self.last = last
    self.now = now
  }
}

/// Something that happened to a ledger, and is right, and is to be known.
package enum LedgerNote: Hashable, Sendable {
  /// The clock is behind the last entry: what was recorded took that one's time.
  case clockBehind(ClockGap)
  /// The file was of an earlier schema; its balance was written anew from the journal.
  case balanceRewritten(schema: Int, to: Int)
}
