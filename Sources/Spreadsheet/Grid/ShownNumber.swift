/// A number that its format shows as another: divided, in a unit, or with zeros in front.
package struct ShownNumber: Sendable, Hashable {
  /// The stored number.
  package let number: DecimalNumber
  package let display: NumberDisplay

  package init(_ number: DecimalNumber, _ display: NumberDisplay) {
    self.number = number
    self.display = display
  }

  /// A whole number with the zeros that the format shows in front of it; any other one as it is.
  package var text: String {
    let digits = number.description
    let isWhole = number.mantissa >= 0 && number.exponent >= 0
    let missing = isWhole ? display.digits - digits.utf8.count : 0
    return String(repeating: "0", count: max(0, missing)) + digits
  }
}

/// What a number format does to a number, packed into one byte.
///
/// Either it divides by a power of ten and may name a unit, or it shows zeros in front.
package struct NumberDisplay: Sendable, Hashable {
  /// 0x80 and the least number of digits, else the unit in three bits and the power in four.
  let byte: UInt8

  /// The display that was packed into a byte.
  init(byte: UInt8) { self.byte = byte }

  /// A number divided by `10^scale`, 15 at most, and shown in a unit, if the format names one.
  package init(scale: Int, unit: Unit?) {
    let unit = unit.flatMap { Unit.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    byte = UInt8(unit << 4 | min(max(scale, 0), 15))
  }

  /// A number of at least so many digits, 127 at most.
  package init(digits: Int) { byte = 0x80 | UInt8(min(max(digits, 0), 127)) }

  /// Whether the number is shown as it is.
  var isPlain: Bool { byte == 0 }

  /// The power of ten that the stored number is divided by.
  package var scale: Int { byte & 0x80 == 0 ? Int(byte & 0x0F) : 0 }

  /// The unit that the format names.
  package var unit: Unit? {
    byte & 0xF0 == 0 || byte & 0x80 != 0 ? nil : Unit.allCases[Int(byte >> 4) - 1]
  }

  /// The least number of digits before the point.
  package var digits: Int { byte & 0x80 == 0 ? 0 : Int(byte & 0x7F) }

  /// The units of money that formats name.
  package enum Unit: String, Sendable, Hashable, CaseIterable {
    case yuan = "元"
    case thousands = "千元"
    case tenThousands = "万元"
    case millions = "百万元"
    case tenMillions = "千万元"
    case hundredMillions = "亿元"

    /// The unit that some words of a format are; 元 may be left out behind a numeral.
    init?(words: String) {
      guard !words.isEmpty, let unit = Unit(rawValue: words) ?? Unit(rawValue: words + "元") else {
        return nil
      }
      self = unit
    }
  }

  /// A number format code that does the same.
  package var code: String {
    if digits > 0 { return String(repeating: "0", count: digits) }
    let commas = String(repeating: ",", count: scale / 3)
    let behindPoint = String(repeating: "0", count: scale % 3)
    let number = behindPoint.isEmpty ? "0.####" : "0!." + behindPoint
    return number + commas + (unit.map { "\"\($0.rawValue)\"" } ?? "")
  }
}
