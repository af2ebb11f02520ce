/// A date or time of a cell: its serial number read in the workbook's date system.
package struct CellDate: Hashable, Sendable {
  package let serial: DecimalNumber
  package let year: Int
  package let month: Int
  package let day: Int
  package let hour: Int
  package let minute: Int
  package let second: Int
  package let millisecond: Int
  /// What the cell's number format shows.
  package let parts: DateParts

  /// Nil for serials outside the years 1899–9999.
  init?(serial: DecimalNumber, parts: DateParts, system: DateSystem) {
    let value = serial.double
    guard value.isFinite, value > -1, value < 2_958_466 else { return nil }
    var days = value.rounded(.down)
    var milliseconds = ((value - days) * 86_400_000).rounded()
    if milliseconds >= 86_400_000 {
      milliseconds -= 86_400_000
      days += 1
    }
    let date = system.day(ofSerial: Int(days))
    (year, month, day) = (date.year, date.month, date.day)
    let time = Int(milliseconds)
    hour = time / 3_600_000
    minute = time / 60_000 % 60
    second = time / 1000 % 60
    millisecond = time % 1000
    self.serial = serial
    self.parts = parts
  }
}

/// Parts of a date that a number format shows.
package struct DateParts: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let year = DateParts(rawValue: 1)
  package static let month = DateParts(rawValue: 2)
  package static let day = DateParts(rawValue: 4)
  package static let hour = DateParts(rawValue: 8)
  package static let minute = DateParts(rawValue: 16)
  package static let second = DateParts(rawValue: 32)
  /// `[h]:mm`: a span of time, not a time of day.
  package static let elapsed = DateParts(rawValue: 64)

  /// The parts of a calendar date.
  package static let calendar: DateParts = [.year, .month, .day]
}

/// Where a workbook counts its days from.
package enum DateSystem: Sendable {
  /// Serial 1 is 1900-01-01, and 60 the day 1900-02-29 that never was (ECMA-376 18.17.4.1).
  case from1900
  /// Serial 0 is 1904-01-01.
  case from1904

  /// The calendar day of a serial number.
  package func day(ofSerial serial: Int) -> (year: Int, month: Int, day: Int) {
    switch self {
    case .from1904: Self.civil(daysSince1970: serial - 24_107)
    case .from1900 where serial == 60: (1900, 2, 29)
    case .from1900: Self.civil(daysSince1970: serial - (serial > 60 ? 25_569 : 25_568))
    }
  }

  /// Days to the Gregorian calendar, after the era arithmetic of H. Hinnant's `civil_from_days`.
  private static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension CellDate {
  /// Reads `2026-03-15` or `2026-03-15T08:30:00` (cells of type `d`).
  init?(iso8601 text: String, system: DateSystem) {
    let halves = text.split(separator: "T", maxSplits: 1)
    let date = halves.first?.split(separator: "-").map { Int($0) } ?? []
    guard date.count == 3, let year = date[0], let month = date[1], let day = date[2],
      (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    var time: [Double] = []
    if halves.count == 2 {
      let digits = halves[1].prefix { $0.isNumber || $0 == ":" || $0 == "." }
      time = digits.split(separator: ":").compactMap { Double($0) }
    }
    self.year = year
    self.month = month
    self.day = day
    hour = time.count > 0 && time[0] < 24 ? Int(time[0]) : 0
    minute = time.count > 1 && time[1] < 60 ? Int(time[1]) : 0
    let seconds = time.count > 2 && time[2] < 60 ? time[2] : 0
    second = Int(seconds)
    millisecond = Int((seconds - Double(Int(seconds))) * 1000)
    serial = DecimalNumber(mantissa: 0, exponent: 0)
    parts = halves.count == 2 ? [.year, .month, .day, .hour, .minute, .second] : .calendar
  }
}
