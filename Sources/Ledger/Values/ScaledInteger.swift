/// Arithmetic on exact decimal numbers `mantissa × 10^exponent`.
package enum ScaledInteger {
  /// Parses `-12.50` to `(-1250, -2)`; nil unless the text is sign, digits and at most one point.
  package static func parse(_ text: some StringProtocol) -> (mantissa: Int64, exponent: Int)? {
    var mantissa: Int64 = 0
    var exponent = 0
    var isNegative = false
    var sawPoint = false
    var sawDigit = false
    for (position, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "-") where position == 0: isNegative = true
      case UInt8(ascii: "+") where position == 0: break
      case UInt8(ascii: ".") where !sawPoint: sawPoint = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        sawDigit = true
        let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
        let (sum, carried) = product.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
        guard !overflow, !carried else { return nil }
        mantissa = sum
        if sawPoint { exponent -= 1 }
      default: return nil
      }
    }
    return sawDigit ? (isNegative ? -mantissa : mantissa, exponent) : nil
  }

  /// The number with another exponent, rounded half away from zero; nil if it overflows.
  package static func rescale(mantissa: Int64, exponent: Int, toExponent target: Int) -> Int64? {
    var value = mantissa
    var shift = exponent - target
    if value == 0 { return 0 }
    while shift > 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
      shift -= 1
    }
    if shift < -18 { return 0 }
    guard shift < 0 else { return value }
    let divisor = (shift..<0).reduce(Int64(1)) { product, _ in product * 10 }
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    let roundsAway = remainder.magnitude >= divisor.magnitude - remainder.magnitude
    return roundsAway ? quotient + (value < 0 ? -1 : 1) : quotient
  }

  /// Plain decimal text without exponent or trailing zeros: `(1250, -2)` is `"12.5"`.
  package static func text(mantissa: Int64, exponent: Int) -> String {
    if mantissa == 0 { return "0" }
    var rest = mantissa.magnitude
    var exponent = exponent
    while exponent < 0, rest.isMultiple(of: 10) {
      rest /= 10
      exponent += 1
    }
    // From the last digit to the first.
    var reversed = Array(repeating: UInt8(ascii: "0"), count: max(exponent, 0))
    reversed.reserveCapacity(24)
    var places = max(-exponent, 0)
    repeat {
      reversed.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      places -= 1
      if places == 0 {
        reversed.append(UInt8(ascii: "."))
        if rest == 0 { reversed.append(UInt8(ascii: "0")) }
      }
    } while rest > 0 || places > 0
    if mantissa < 0 { reversed.append(UInt8(ascii: "-")) }
    return String(decoding: reversed.reversed(), as: UTF8.self)
  }
}
