import Foundation

/// When an entry counts as recorded. Recorded time never goes back: what a day saw is one stretch of the
/// journal, from the first entry to the last of that day.
enum RecordedTime {
  /// A clock this far ahead of the last entry is asked about. Nobody leaves a ledger alone for so long,
  /// and every later entry would have to wait at the time of a clock that ran ahead.
  private static let longestPause: Int64 = 300 * 86_400_000

  /// What a clock says, in milliseconds since 1970; throws `clockOutside` when no date has such a year.
  static func milliseconds(_ now: Date) throws -> Int64 {
    let seconds = now.timeIntervalSince1970
    guard abs(seconds) < 1e11, Stored.moment.contains(EntryTable.milliseconds(now)) else {
      throw StorageError.clockOutside(now: now)
    }
    return EntryTable.milliseconds(now)
  }

  /// Asks about a clock far ahead of the last entry, before anything is written: who is asked may take
  /// long. Throws `clockAhead` when nobody confirms that it is right.
  static func confirm(_ now: Date, after last: Int64?, _ watch: LedgerWatch) throws {
    guard let last, try milliseconds(now) - last > longestPause else { return }
    let gap = ClockGap(last: EntryTable.date(milliseconds: last), now: now)
    guard watch.confirms(gap) else { throw StorageError.clockAhead(last: gap.last, now: now) }
  }

  /// Whether a clock is behind an entry's time by more than an act waits for its turn: what begins while
  /// another act is written has an earlier time than that one, and no clock is wrong.
  static func isBehind(_ now: Date, _ at: Date) -> Bool { at.timeIntervalSince(now) > 60 }

  /// The time that an entry gets: the clock's, or the last entry's where the clock is behind that.
  static func of(_ now: Date, after last: Int64?) throws -> Int64 {
    max(try milliseconds(now), last ?? .min)
  }
}
