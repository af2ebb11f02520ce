/// The epoch of a workbook's dates.
package enum DateSystem: UInt8, Sendable, Hashable {
  /// Serial 1 is 1900-01-01. Serial 60, in Excel the nonexistent 1900-02-29, is 1900-02-28, as 59 is.
  case from1900
  /// Serial 0 is 1904-01-01.
  case from1904

  /// The valid serial days; the last is 9999-12-31.
  var days: ClosedRange<Int> {
    switch self {
    case .from1900: 0...2_958_465
    case .from1904: 0...2_957_003
    }
  }

  /// Year, month and day of a serial day; (1900, 1, 0) for serial 0, a time without a date.
  package func date(ofDay serial: Int) -> (year: Int, month: Int, day: Int) {
    switch self {
    case .from1904: civil(serial - 24_107)
    case .from1900 where serial == 0: (1900, 1, 0)
    case .from1900 where serial == 60: (1900, 2, 28)
    case .from1900: civil(serial - (serial < 60 ? 25_568 : 25_569))
    }
  }

  /// The serial day of a Gregorian date.
  package func serial(year: Int, month: Int, day: Int) -> Int {
    let days = daysSince1970(year: year, month: month, day: day)
    switch self {
    case .from1904: return days + 24_107
    case .from1900: return days + (days < -25_508 ? 25_568 : 25_569)
    }
  }

  /// The Gregorian date of a day counted from 1970-01-01.
  private func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
