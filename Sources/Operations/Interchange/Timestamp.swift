import Foundation
import Ledger

/// Times and days in RFC 3339 format, in Shanghai, which is UTC+8 all year.
enum Timestamp {
  private static let zone = "+08:00"

  /// A time with milliseconds: `2026-03-31T09:30:00.000+08:00`.
  static func text(_ date: Date) -> String {
    let milliseconds = Int64((date.timeIntervalSince1970 * 1000).rounded()) % 1000
    let digits = String(milliseconds < 0 ? milliseconds + 1000 : milliseconds)
    return ShanghaiCalendar.text(date).replacing(" ", with: "T") + "."
      + String(repeating: "0", count: 3 - digits.count) + digits + zone
  }

  /// The start of the first day of a partial date.
  static func beginning(_ date: PartialDate) -> String { day(date.firstDay) + "T00:00:00" + zone }

  /// The end of the last day of a partial date.
  static func end(_ date: PartialDate) -> String { day(date.lastDay) + "T23:59:59" + zone }

  /// Formats a `yyyymmdd` number with hyphens.
  private static func day(_ number: Int) -> String {
    let digits = String(number)
    return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
  }
}
