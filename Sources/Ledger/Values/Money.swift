/// An exact amount in 分 (1/100 yuan): never a floating-point number.
///
/// Lists use 万元 or 亿元; the ledger shows 万元 with as many decimals as the amount has.
package struct Money: Hashable, Sendable, Comparable {
  /// The amount in 分.
  package let fen: Int64

  package init(fen: Int64) { self.fen = fen }

  package static let zero = Money(fen: 0)

  package static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }

  /// The sum of two amounts; nil if it overflows 64 bits (about 92 万亿元).
  package func adding(_ other: Money) -> Money? {
    let (sum, overflow) = fen.addingReportingOverflow(other.fen)
    return overflow ? nil : Money(fen: sum)
  }

  /// `mantissa × 10^exponent` of a unit, rounded half up to the 分; nil if out of range.
  package init?(mantissa: Int64, exponent: Int, unit: MoneyUnit) {
    guard
      let fen = ScaledInteger.rescale(
        mantissa: mantissa, exponent: exponent + unit.exponentOfFen, toExponent: 0)
    else { return nil }
    self.init(fen: fen)
  }

  /// Parses a plain decimal number of a unit, such as `"7533.51"` in 万元.
  package init?(_ text: some StringProtocol, unit: MoneyUnit = .wanYuan) {
    guard let number = ScaledInteger.parse(text) else { return nil }
    self.init(mantissa: number.mantissa, exponent: number.exponent, unit: unit)
  }

  /// The amount as a plain decimal number of a unit, without trailing zeros.
  package func text(in unit: MoneyUnit) -> String {
    ScaledInteger.text(mantissa: fen, exponent: -unit.exponentOfFen)
  }

  /// The amount in a unit with fixed decimals, rounded half up: for people and columns of figures.
  package func fixed(in unit: MoneyUnit, places: Int) -> String {
    let scaled =
      ScaledInteger.rescale(mantissa: fen, exponent: -unit.exponentOfFen, toExponent: -places) ?? 0
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = scaled < 0 ? "-" : ""
    guard places > 0 else { return sign + padded }
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// The amount in 万元, as in the interchange forms.
  package var wanYuan: String { text(in: .wanYuan) }

  /// The amount as a floating-point number of a unit, for cells and charts only.
  package func double(in unit: MoneyUnit) -> Double {
    Double(fen) / Double(unit.fenPerUnit)
  }
}

extension Money {
  /// A thousand 亿元: more than any project costs.
  package static let beyondAll = Money(fen: 1_000 * MoneyUnit.yiYuan.fenPerUnit)
}

/// A unit of money in lists.
package enum MoneyUnit: String, CaseIterable, Sendable {
  case yuan = "元"
  case thousandYuan = "千元"
  case wanYuan = "万元"
  case millionYuan = "百万元"
  case tenMillionYuan = "千万元"
  case yiYuan = "亿元"

  /// The unit as a power of ten of 分: 2 for 元.
  package var exponentOfFen: Int {
    switch self {
    case .yuan: 2
    case .thousandYuan: 5
    case .wanYuan: 6
    case .millionYuan: 8
    case .tenMillionYuan: 9
    case .yiYuan: 10
    }
  }

  /// The number of 分 in one unit.
  package var fenPerUnit: Int64 {
    (0..<exponentOfFen).reduce(1) { product, _ in product * 10 }
  }
}
