package import Foundation

/// A notice about a verified ledger that is not a finding.
package enum VerificationNote: Hashable, Sendable {
  /// The last entry is later than the clock: new entries take its time.
  case lastIsToCome(at: Date, now: Date)
  /// Entries with an earlier time than the previous one, because of a wrong clock.
  case outOfTime([Int64])
  /// The number of books sent out since the last entry, which the next entry covers.
  case uncoveredPublications(Int)
  /// The login may not read the accounts, so that their audit was not verified.
  case auditNotRead
  /// A stored file that was not read again, because this version rejects it.
  case fileNotRead(name: String, entry: Int64)
}
