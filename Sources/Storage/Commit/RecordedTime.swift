import Foundation

/// The recorded time of an entry. It never goes back: a day is one contiguous part of the journal, from the day's
/// first entry to its last.
enum RecordedTime {
  /// In milliseconds. A clock further ahead of the last entry needs confirmation: ledgers are not idle for so long,
  /// and a wrong clock would fix the time of every later entry.
  private static let longestPause: Int64 = 300 * 86_400_000

  /// Converts a clock's time to milliseconds since 1970; throws `clockOutside` if its year is out of range.
  static func milliseconds(_ now: Date) throws -> Int64 {
    let seconds = now.timeIntervalSince1970
    guard abs(seconds) < 1e11, Stored.moment.contains(EntryTable.milliseconds(now)) else {
      throw StorageError.clockOutside(now: now)
    }
    return EntryTable.milliseconds(now)
  }

  /// Asks for confirmation of a clock far ahead of the last entry, before anything is written, since the answer may
  /// take long. Throws `clockAhead` if it is not confirmed.
  static func confirm(_ now: Date, after last: Int64?, _ watch: LedgerWatch) throws {
    guard let last, try milliseconds(now) - last > longestPause else { return }
    let gap = ClockGap(last: EntryTable.date(milliseconds: last), now: now)
    guard watch.confirms(gap) else { throw StorageError.clockAhead(last: gap.last, now: now) }
  }

  /// Whether a clock is behind an entry's time by more than 60 seconds. Less is normal: an act that waits for another
  /// has an earlier start than that one's time.
  static func isBehind(_ now: Date, _ at: Date) -> Bool { at.timeIntervalSince(now) > 60 }

  /// Returns the time of an entry: the clock's, or the last entry's if the clock is behind it.
  static func of(_ now: Date, after last: Int64?) throws -> Int64 {
    max(try milliseconds(now), last ?? .min)
  }
}
