import Ledger

/// Reads a series from its column without creating strings: `2026=120000 2026-01..03=5000`.
struct SeriesScan {
  /// One figure; months are 0 for a whole year.
  struct Figure {
    var year = 0
    var firstMonth = 0
    var lastMonth = 0
    var amount: Int64 = 0

    /// Nil if the period is invalid.
    var period: Period? {
      firstMonth == 0 ? Period.year(year) : Period.months(year, firstMonth, lastMonth)
    }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func next() -> Figure? {
    guard position < bytes.count else { return nil }
    var figure = Figure()
    figure.year = Int(number())
    if at("-") {
      figure.firstMonth = Int(number())
      figure.lastMonth = figure.firstMonth
      if at(".") {
        position += 1
        figure.lastMonth = Int(number())
      }
    }
    if at("=") {
      let isNegative = at("-")
      let magnitude = number()
      figure.amount = isNegative ? 0 &- magnitude : magnitude
    }
    while position < bytes.count, bytes[position] != SeriesText.separator { position += 1 }
    position += 1
    return figure
  }

  private mutating func at(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func number() -> Int64 {
    var number: Int64 = 0
    while position < bytes.count {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      number = number &* 10 &+ Int64(digit)
      position += 1
    }
    return number
  }
}
