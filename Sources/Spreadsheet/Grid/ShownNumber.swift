/// A number that its format displays as another: divided, in a unit, or with leading zeros.
package struct ShownNumber: Sendable, Hashable {
  /// The stored number.
  package let number: DecimalNumber
  package let display: NumberDisplay

  package init(_ number: DecimalNumber, _ display: NumberDisplay) {
    self.number = number
    self.display = display
  }

  /// A nonnegative integer with the leading zeros of its format; any other number unchanged.
  package var text: String {
    let digits = number.description
    let isWhole = number.mantissa >= 0 && number.exponent >= 0
    let missing = isWhole ? display.digits - digits.utf8.count : 0
    return String(repeating: "0", count: max(0, missing)) + digits
  }
}

/// A number format's effect on a number, packed into one byte.
///
/// Either it divides by a power of ten and may have a unit, or it adds leading zeros.
package struct NumberDisplay: Sendable, Hashable {
  /// 0x80 plus the minimum number of digits, else the unit in three bits and the power in four.
  let byte: UInt8

  /// Unpacks a display from its byte.
  init(byte: UInt8) { self.byte = byte }

  /// Divides by `10^scale`, 0 to 15, and displays the number in a unit, if the format has one.
  package init(scale: Int, unit: Unit?) {
    let unit = unit.flatMap { Unit.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    byte = UInt8(unit << 4 | min(max(scale, 0), 15))
  }

  /// Displays at least this many digits, 127 at most.
  package init(digits: Int) { byte = 0x80 | UInt8(min(max(digits, 0), 127)) }

  /// Whether the number is displayed unchanged.
  var isPlain: Bool { byte == 0 }

  /// The power of ten that the stored number is divided by.
  package var scale: Int { byte & 0x80 == 0 ? Int(byte & 0x0F) : 0 }

  /// The unit in the format; nil when it has none.
  package var unit: Unit? {
    byte & 0xF0 == 0 || byte & 0x80 != 0 ? nil : Unit.allCases[Int(byte >> 4) - 1]
  }

  /// The minimum number of digits before the decimal point.
  package var digits: Int { byte & 0x80 == 0 ? 0 : Int(byte & 0x7F) }

  /// The units of money in number formats.
  package enum Unit: String, Sendable, Hashable, CaseIterable {
    case yuan = "元"
    case thousands = "千元"
    case tenThousands = "万元"
    case millions = "百万元"
    case tenMillions = "千万元"
    case hundredMillions = "亿元"

    /// The unit in the words of a format; 元 may be omitted after a numeral.
    init?(words: String) {
      guard !words.isEmpty, let unit = Unit(rawValue: words) ?? Unit(rawValue: words + "元") else {
        return nil
      }
      self = unit
    }
  }

  /// A number format code with this effect.
  package var code: String {
    if digits > 0 { return String(repeating: "0", count: digits) }
    let commas = String(repeating: ",", count: scale / 3)
    let behindPoint = String(repeating: "0", count: scale % 3)
    let number = behindPoint.isEmpty ? "0.####" : "0!." + behindPoint
    return number + commas + (unit.map { "\"\($0.rawValue)\"" } ?? "")
  }
}
