package import Foundation

/// The calendar of the ledger's users.
package enum ShanghaiCalendar {
  /// Asia/Shanghai, or UTC+8 if the system has no time zone data.
  package static let timeZone =
    TimeZone(identifier: "Asia/Shanghai") ?? TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt

  /// The year of a point in time.
  package static func year(of date: Date) -> Int {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    return calendar.component(.year, from: date)
  }

  /// The day of a point in time; nil outside the years 1900–2199.
  package static func day(of date: Date) -> PartialDate? { PartialDate(day(date)) }

  /// The day as `2026-03-31`.
  package static func day(_ date: Date) -> String { String(text(date).prefix(10)) }

  /// The time as `2026-03-31 09:30:00`.
  package static func text(_ date: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = timeZone
    let parts = calendar.dateComponents(
      [.year, .month, .day, .hour, .minute, .second], from: date)
    func padded(_ number: Int?) -> String {
      let text = String(number ?? 0)
      return text.count < 2 ? "0" + text : text
    }
    return "\(parts.year ?? 0)-\(padded(parts.month))-\(padded(parts.day)) "
      + "\(padded(parts.hour)):\(padded(parts.minute)):\(padded(parts.second))"
  }
}
