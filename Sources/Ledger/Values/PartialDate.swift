/// A date at the precision stated: `2026`, `2026-H1`, `2026-Q2`, `2026-03`, `2026-03-15`.
///
/// "2026年底" is not 31 December: the precision is part of the value.
package struct PartialDate: Hashable, Sendable {
  /// The part of the date that is known besides the year.
  package enum Precision: Hashable, Sendable {
    case year
    case half(Int)
    case quarter(Int)
    case month(Int)
    case day(month: Int, day: Int)
  }

  /// Year, kind of precision, and up to two numbers of it, packed into one word: a long list has
  /// hundreds of thousands of dates.
  ///
  /// The digests stored in ledgers include it: a change of its layout must migrate them.
  package let code: UInt32

  /// The date of a `code`.
  package init(code: UInt32) { self.code = code }

  package var year: Int { Int(code >> 16) }

  package var precision: Precision {
    let number = Int(code >> 5 & 0x1F)
    return switch code >> 10 & 7 {
    case 1: .half(number)
    case 2: .quarter(number)
    case 3: .month(number)
    case 4: .day(month: number, day: Int(code & 0x1F))
    default: .year
    }
  }

  /// Nil unless the year is 1900–2199 and the date exists in the Gregorian calendar.
  package init?(year: Int, _ precision: Precision = .year) {
    guard (1900..<2200).contains(year) else { return nil }
    let exists =
      switch precision {
      case .year: true
      case .half(let half): (1...2).contains(half)
      case .quarter(let quarter): (1...4).contains(quarter)
      case .month(let month): (1...12).contains(month)
      case .day(let month, let day):
        (1...12).contains(month) && day >= 1 && day <= Self.days(inMonth: month, year: year)
      }
    guard exists else { return nil }
    let (kind, number, day) =
      switch precision {
      case .year: (0, 0, 0)
      case .half(let half): (1, half, 0)
      case .quarter(let quarter): (2, quarter, 0)
      case .month(let month): (3, month, 0)
      case .day(let month, let day): (4, month, day)
      }
    code = UInt32(year << 16 | kind << 10 | number << 5 | day)
  }

  /// Parses the canonical form.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, parts[0].utf8.count == 4, let year = Int(parts[0]) else { return nil }
    if parts.count == 1 {
      self.init(year: year)
    } else if parts.count == 3, let month = Int(parts[1]), let day = Int(parts[2]) {
      self.init(year: year, .day(month: month, day: day))
    } else if parts.count == 2, parts[1].hasPrefix("H"), let half = Int(parts[1].dropFirst()) {
      self.init(year: year, .half(half))
    } else if parts.count == 2, parts[1].hasPrefix("Q"), let quarter = Int(parts[1].dropFirst()) {
      self.init(year: year, .quarter(quarter))
    } else if parts.count == 2, let month = Int(parts[1]) {
      self.init(year: year, .month(month))
    } else {
      return nil
    }
  }

  /// The canonical form.
  package var text: String {
    switch precision {
    case .year: "\(year)"
    case .half(let half): "\(year)-H\(half)"
    case .quarter(let quarter): "\(year)-Q\(quarter)"
    case .month(let month): "\(year)-\(Self.padded(month))"
    case .day(let month, let day): "\(year)-\(Self.padded(month))-\(Self.padded(day))"
    }
  }

  /// The first day it can mean, as `yyyymmdd`.
  package var firstDay: Int {
    let (month, day) =
      switch precision {
      case .year: (1, 1)
      case .half(let half): (half * 6 - 5, 1)
      case .quarter(let quarter): (quarter * 3 - 2, 1)
      case .month(let month): (month, 1)
      case .day(let month, let day): (month, day)
      }
    return year * 10_000 + month * 100 + day
  }

  /// The last day it can mean, as `yyyymmdd`.
  package var lastDay: Int {
    let month =
      switch precision {
      case .year: 12
      case .half(let half): half * 6
      case .quarter(let quarter): quarter * 3
      case .month(let month): month
      case .day(let month, _): month
      }
    if case .day = precision { return firstDay }
    return year * 10_000 + month * 100 + Self.days(inMonth: month, year: year)
  }

  /// The day number of the last day it can mean, counted from 1970-01-01.
  package var lastDayNumber: Int { Self.number(of: lastDay) }

  /// The date of a day number, counted from 1970-01-01; nil outside the years 1900–2199.
  package init?(dayNumber: Int) {
    // The inverse of `number(of:)`.
    let days = dayNumber + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    self.init(year: year, .day(month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1))
  }

  /// The day number of a day `yyyymmdd`, counted from 1970-01-01.
  package static func number(of day: Int) -> Int {
    let (year, month, day) = (day / 10_000, day / 100 % 100, day % 100)
    // Years begin in March, so that leap days come last.
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let era = shifted / 400
    let yearOfEra = shifted % 400
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
