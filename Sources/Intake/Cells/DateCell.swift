import Ledger
import Spreadsheet

/// A cell of a date column.
struct DateCell {
  /// The year of 今年 and of dates without a year.
  let year: Int
  let catalogue: Catalogue
  let dateSystem: DateSystem

  enum Reading: Equatable {
    case date(PartialDate)
    case blank
    /// A stage instead of a date, such as 已开工: its code.
    case stage(String)
    case finding(FindingCode)
  }

  /// Reads a cell that is not blank.
  func read(_ cell: CellValue) -> Reading {
    switch cell {
    case .date(let date): read(date)
    case .number(let number): read(number.rounded(toSignificantDigits: 15))
    case .shown(let shown): read(.number(shown.number))
    case .text(let text): read(text)
    case .boolean: .finding(.dateUnparsable)
    case .error: .finding(.cellError)
    case .uncalculated: .finding(.cellUncalculated)
    }
  }

  private func read(_ text: String) -> Reading {
    switch DateText(year: year).read(text) {
    case .date(let date): return .date(date)
    case .blank: return .blank
    case .unparsable: break
    }
    if case .stage(let code) = catalogue.resolveStage(text) { return .stage(code) }
    if let serial = Int(text), let date = day(ofSerial: serial) { return .date(date) }
    return .finding(.dateUnparsable)
  }

  /// Reads a date cell with the precision of its number format.
  private func read(_ date: CellDate) -> Reading {
    let (year, month, day) = date.date
    let precision: PartialDate.Precision? =
      if date.parts.contains(.day) {
        .day(month: month, day: day)
      } else if date.parts.contains(.month) {
        .month(month)
      } else if date.parts.contains(.year) {
        .year
      } else {
        nil
      }
    guard let precision, let result = PartialDate(year: year, precision) else {
      return .finding(.dateUnparsable)
    }
    return .date(result)
  }

  /// Reads a plain number: a year, yyyymm, yyyymmdd, a serial day, or year.month.
  private func read(_ number: DecimalNumber) -> Reading {
    if number.exponent >= 0 {
      guard
        let whole = ScaledInteger.rescale(
          mantissa: number.mantissa, exponent: Int(number.exponent), toExponent: 0),
        let date = date(ofWhole: Int(whole))
      else { return .finding(.dateUnparsable) }
      return .date(date)
    }
    if let day = dayWithTime(number) { return .date(day) }
    guard number.exponent >= -2 else { return .finding(.dateUnparsable) }
    let scale: Int64 = number.exponent == -1 ? 10 : 100
    let (year, month) = number.mantissa.quotientAndRemainder(dividingBy: scale)
    guard (1900...2100).contains(year) else { return .finding(.dateUnparsable) }
    // 2026.1 may be January, or October with its zero lost.
    if scale == 10 && month == 1 { return .finding(.dateAmbiguous) }
    guard let date = PartialDate(year: Int(year), .month(Int(month))) else {
      return .finding(.dateUnparsable)
    }
    return .date(date)
  }

  /// Reads a serial day whose fraction is the time of day.
  private func dayWithTime(_ number: DecimalNumber) -> PartialDate? {
    var whole = number.mantissa
    for _ in number.exponent..<0 { whole /= 10 }
    return day(ofSerial: Int(whole))
  }

  private func date(ofWhole number: Int) -> PartialDate? {
    switch number {
    case 1900...2100: PartialDate(year: number)
    case 190_001...210_012: PartialDate(year: number / 100, .month(number % 100))
    case 19_000_101...21_001_231:
      PartialDate(year: number / 10_000, .day(month: number / 100 % 100, day: number % 100))
    default: day(ofSerial: number)
    }
  }

  private func day(ofSerial serial: Int) -> PartialDate? {
    guard (20_000...80_000).contains(serial) else { return nil }
    let (year, month, day) = dateSystem.date(ofDay: serial)
    return PartialDate(year: year, .day(month: month, day: day))
  }
}
