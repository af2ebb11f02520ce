import Ledger

/// Dates and periods in their canonical forms, written without intermediate strings.
extension ByteText {
  mutating func append(_ period: Period) {
    append(integer: Int64(period.year))
    if period.isYear { return }
    append(hyphenated: Int(period.firstMonth))
    if period.isMonth { return }
    append(plain: ".." as StaticString)
    append(padded: Int(period.lastMonth))
  }

  mutating func append(_ date: PartialDate) {
    append(integer: Int64(date.year))
    switch date.precision {
    case .year: break
    case .half(let half):
      append(plain: "-H" as StaticString)
      append(integer: Int64(half))
    case .quarter(let quarter):
      append(plain: "-Q" as StaticString)
      append(integer: Int64(quarter))
    case .month(let month): append(hyphenated: month)
    case .day(let month, let day):
      append(hyphenated: month)
      append(hyphenated: day)
    }
  }

  private mutating func append(hyphenated number: Int) {
    append(byte: UInt8(ascii: "-"))
    append(padded: number)
  }

  private mutating func append(padded number: Int) {
    append(byte: UInt8(ascii: "0") + UInt8(number / 10))
    append(byte: UInt8(ascii: "0") + UInt8(number % 10))
  }
}
