/// An exact count or measure in ten-thousandths of its unit (亩, 人).
package struct Quantity: Hashable, Sendable, Comparable {
  /// The measure in 1/10,000 of the field's unit.
  package let tenThousandths: Int64

  package init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }

  package static func < (left: Quantity, right: Quantity) -> Bool {
    left.tenThousandths < right.tenThousandths
  }

  /// `mantissa × 10^exponent`, rounded half up to four decimals; nil if out of range.
  package init?(mantissa: Int64, exponent: Int) {
    guard
      let scaled = ScaledInteger.rescale(mantissa: mantissa, exponent: exponent, toExponent: -4)
    else { return nil }
    self.init(tenThousandths: scaled)
  }

  /// Parses a plain decimal number.
  package init?(_ text: some StringProtocol) {
    guard let number = ScaledInteger.parse(text) else { return nil }
    self.init(mantissa: number.mantissa, exponent: number.exponent)
  }

  /// The measure as a plain decimal number without trailing zeros.
  package var text: String { ScaledInteger.text(mantissa: tenThousandths, exponent: -4) }

  /// The measure as a floating-point number, for cells only.
  package var double: Double { Double(tenThousandths) / 10_000 }
}
