/// An exact decimal number: mantissa × 10^exponent, without trailing zeros in the mantissa.
package struct DecimalNumber: Sendable, Hashable {
  package let mantissa: Int64
  package let exponent: Int16

  /// The most digits in a mantissa.
  package static let digits = 18

  package static let zero = DecimalNumber(mantissa: 0, exponent: 0)

  /// The number mantissa × 10^exponent, normalised.
  package init(mantissa: Int64, exponent: Int) {
    var mantissa = mantissa
    var exponent = exponent
    while mantissa != 0, mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    self.mantissa = mantissa
    self.exponent = mantissa == 0 ? 0 : Int16(clamping: exponent)
  }

  /// A number whose mantissa has no trailing zeros already.
  init(normal mantissa: Int64, exponent: Int16) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// An integer.
  package init(_ integer: Int) {
    self.init(mantissa: Int64(integer), exponent: 0)
  }

  /// The nearest binary floating-point number.
  package var double: Double {
    let magnitude = Double(mantissa)
    // Powers up to 10^22 and mantissas up to 2^53 are exact, so one operation rounds once.
    if mantissa.magnitude <= 1 << 53 {
      let power = Int(exponent)
      if power == 0 { return magnitude }
      if power > 0, power <= 22 { return magnitude * Self.powers[power] }
      if power < 0, power >= -22 { return magnitude / Self.powers[-power] }
    }
    return Double("\(mantissa)e\(exponent)") ?? .nan
  }

  /// The number with at most this many digits, ties to even; Excel keeps 15.
  package func rounded(toSignificantDigits digits: Int) -> DecimalNumber {
    if digits >= 15, mantissa.magnitude < 1_000_000_000_000_000 { return self }
    let surplus = String(mantissa.magnitude).utf8.count - max(digits, 1)
    guard surplus > 0 else { return self }
    var divisor: Int64 = 1
    for _ in 0..<surplus { divisor *= 10 }
    let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: divisor)
    let twice = remainder.magnitude.multipliedReportingOverflow(by: 2)
    let half = UInt64(divisor)
    let up =
      twice.overflow || twice.partialValue > half
      || (twice.partialValue == half && quotient % 2 != 0)
    return DecimalNumber(
      mantissa: up ? quotient + (mantissa < 0 ? -1 : 1) : quotient,
      exponent: Int(exponent) + surplus)
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}

extension DecimalNumber: CustomStringConvertible {
  /// The shortest plain decimal without an exponent: "-1234.5".
  package var description: String {
    let digits = String(mantissa.magnitude)
    let sign = mantissa < 0 ? "-" : ""
    let power = Int(exponent)
    if power >= 0 { return sign + digits + String(repeating: "0", count: power) }
    let point = digits.utf8.count + power
    guard point > 0 else { return sign + "0." + String(repeating: "0", count: -point) + digits }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  }
}
