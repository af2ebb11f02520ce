package import Foundation

/// Something about a ledger that holds, and is to be known by whoever proves it.
package enum VerificationNote: Hashable, Sendable {
  /// The last entry is recorded later than the clock says: what follows takes its time.
  case lastIsToCome(at: Date, now: Date)
  /// Entries recorded before the one before them, by a clock that was wrong.
  case outOfTime([Int64])
  /// So many books sent out since the last entry: the next entry covers them.
  case uncoveredPublications(Int)
  /// A file that is kept, and was not read again: this version refuses it.
  case fileNotRead(name: String, entry: Int64)
}
