import Foundation

/// When an entry counts as recorded. Recorded time never goes back: what a day saw is one stretch of the
/// journal, from the first entry to the last of that day.
enum RecordedTime {
  /// A clock this far ahead of the last entry is asked about. Nobody leaves a ledger alone for so long,
  /// and every later entry would have to wait at the time of a clock that ran ahead.
  private static let longestPause: Int64 = 300 * 86_400_000

  /// The time that an entry gets, in milliseconds since 1970: the clock's, or the last entry's where the
  /// clock is behind that. Throws `clockAhead` when nobody confirms that the clock is right.
  static func of(_ now: Date, after last: Int64?, _ watch: LedgerWatch) throws -> Int64 {
    let seconds = now.timeIntervalSince1970
    guard abs(seconds) < 1e11, Stored.moment.contains(EntryTable.milliseconds(now)) else {
      throw StorageError.clockOutside(now: now)
    }
    let clock = EntryTable.milliseconds(now)
    guard let last else { return clock }
    if clock - last > longestPause {
      let gap = ClockGap(last: EntryTable.date(milliseconds: last), now: now)
      guard watch.confirms(gap) else {
        throw StorageError.clockAhead(last: gap.last, now: now)
      }
    }
    return max(clock, last)
  }
}
