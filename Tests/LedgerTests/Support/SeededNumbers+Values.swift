import TestSupport

@testable import Ledger

extension SeededNumbers {
  /// A short text of characters that escape badly, Chinese and digits.
  mutating func text() -> String {
    let characters = Array("新能源汽车电池，,\\ ：:@%&=+a1（）\"'\n")
    return String(
      (0..<Int.random(in: 1...8, using: &self)).compactMap { _ in
        characters.randomElement(using: &self)
      })
  }

  mutating func bool() -> Bool { Bool.random(using: &self) }

  mutating func date() -> PartialDate? {
    let year = Int.random(in: 1900..<2200, using: &self)
    let precision: PartialDate.Precision =
      switch Int.random(in: 0..<5, using: &self) {
      case 0: .year
      case 1: .half(Int.random(in: 1...2, using: &self))
      case 2: .quarter(Int.random(in: 1...4, using: &self))
      case 3: .month(Int.random(in: 1...12, using: &self))
      default:
        .day(
          month: Int.random(in: 1...12, using: &self), day: Int.random(in: 1...28, using: &self))
      }
    return PartialDate(year: year, precision)
  }

  mutating func day() -> PartialDate? {
    PartialDate(
      year: Int.random(in: 2020...2030, using: &self),
      .day(month: Int.random(in: 1...12, using: &self), day: Int.random(in: 1...28, using: &self)))
  }

  mutating func period() -> Period? {
    let year = Int.random(in: 1900..<2200, using: &self)
    let first = Int.random(in: 1...12, using: &self)
    return switch Int.random(in: 0..<3, using: &self) {
    case 0: .year(year)
    case 1: .month(year, first)
    default: .months(year, first, Int.random(in: first...12, using: &self))
    }
  }

  mutating func money() -> Money {
    Money(fen: Int64.random(in: -1_000_000_000_000_000...1_000_000_000_000_000, using: &self))
  }
}
