/// An exact decimal number `mantissa × 10^exponent`, read from a cell's literal text.
///
/// Without trailing zeros in the mantissa; at most 18 significant digits are kept.
package struct DecimalNumber: Hashable, Sendable {
  package let mantissa: Int64
  package let exponent: Int16

  package init(mantissa: Int64, exponent: Int) {
    var mantissa = mantissa
    var exponent = mantissa == 0 ? 0 : exponent
    while mantissa != 0, mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    self.mantissa = mantissa
    self.exponent = Int16(clamping: exponent)
  }

  /// Reads `-12.5E+3`; nil when the bytes are no number.
  package init?(_ bytes: some Collection<UInt8>) {
    var mantissa: Int64 = 0
    var exponent = 0
    var digits = 0
    var isNegative = false
    var sawPoint = false
    var index = bytes.startIndex
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+")
    {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index = bytes.index(after: index)
    }
    var sawDigit = false
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
        sawDigit = true
        if digits < 18 {
          mantissa = mantissa * 10 + Int64(byte - UInt8(ascii: "0"))
          if mantissa != 0 { digits += 1 }
          if sawPoint { exponent -= 1 }
        } else {
          if digits == 18, byte >= UInt8(ascii: "5") { mantissa += 1 }
          digits += 1
          if !sawPoint { exponent += 1 }
        }
      } else if byte == UInt8(ascii: "."), !sawPoint {
        sawPoint = true
      } else {
        break
      }
      index = bytes.index(after: index)
    }
    guard sawDigit else { return nil }
    if index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "e") || bytes[index] == UInt8(ascii: "E"),
        let power = Self.power(bytes[bytes.index(after: index)...])
      else { return nil }
      exponent += power
    }
    self.init(mantissa: isNegative ? -mantissa : mantissa, exponent: exponent)
  }

  private static func power(_ bytes: some Collection<UInt8>) -> Int? {
    guard bytes.count <= 5 else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self))
  }

  /// The number at fewer significant digits, rounded half away from zero.
  package func rounded(toSignificantDigits limit: Int) -> DecimalNumber {
    var digits = 0
    var rest = mantissa.magnitude
    while rest > 0 {
      rest /= 10
      digits += 1
    }
    guard digits > limit else { return self }
    let divisor = (limit..<digits).reduce(Int64(1)) { power, _ in power * 10 }
    let (quotient, remainder) = mantissa.quotientAndRemainder(dividingBy: divisor)
    let isUp = remainder.magnitude * 2 >= divisor.magnitude
    return DecimalNumber(
      mantissa: isUp ? quotient + (mantissa < 0 ? -1 : 1) : quotient,
      exponent: Int(exponent) + digits - limit)
  }

  /// The nearest floating-point number.
  package var double: Double { Double("\(mantissa)e\(exponent)") ?? 0 }

  /// The largest whole number not above it; nil beyond the range of 32 bits.
  var floor: Int? {
    let value = double.rounded(.down)
    return value.magnitude < 2_147_483_648 ? Int(value) : nil
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// Plain decimal digits without an exponent.
  package var description: String {
    if mantissa == 0 { return "0" }
    var digits = String(mantissa.magnitude)
    if exponent > 0 {
      guard exponent < 400 else { return "\(mantissa)e\(exponent)" }
      digits += String(repeating: "0", count: Int(exponent))
    } else if exponent < 0 {
      guard exponent > -400 else { return "\(mantissa)e\(exponent)" }
      let places = -Int(exponent)
      if digits.utf8.count <= places {
        digits = String(repeating: "0", count: places - digits.utf8.count + 1) + digits
      }
      let point = digits.index(digits.endIndex, offsetBy: -places)
      digits = digits[..<point] + "." + digits[point...]
    }
    return mantissa < 0 ? "-" + digits : digits
  }
}
