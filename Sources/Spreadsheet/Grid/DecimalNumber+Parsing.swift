extension DecimalNumber {
  /// Reads a literal such as "-12.50" or "1.5E+3"; nil for anything but a finite number.
  package init?(_ literal: some StringProtocol) {
    var literal = String(literal)
    let parsed = literal.withUTF8 { DecimalNumber(bytes: $0) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// Reads a literal from UTF-8 bytes, ignoring surrounding white space.
  ///
  /// Digits past the eighteenth are rounded, ties to even. A number too large for binary floating point
  /// is nil, one too small is zero.
  init?(bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var end = bytes.count
    while index < end, bytes[index] <= 0x20 { index += 1 }
    while end > index, bytes[end - 1] <= 0x20 { end -= 1 }
    var isNegative = false
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    var digits = Digits()
    guard digits.read(bytes, from: &index, to: end) else { return nil }
    var power = digits.exponent
    if index < end {
      guard bytes[index] | 0x20 == UInt8(ascii: "e"),
        let written = Self.power(bytes, from: index + 1, to: end)
      else { return nil }
      power += written
    }
    let mantissa = Int64(digits.rounded())
    let size = power + digits.count
    guard mantissa != 0, size > -310 else {
      self = .zero
      return
    }
    guard size <= 309 else { return nil }
    self.init(mantissa: isNegative ? -mantissa : mantissa, exponent: power)
    guard size < 309 || double.isFinite else { return nil }
  }

  /// The exponent after an "e", clamped to a value beyond every number; nil when it is not an integer.
  private static func power(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    var index = start
    var isNegative = false
    if index < end, bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < end else { return nil }
    var power = 0
    while index < end {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      power = min(power * 10 + Int(digit), 1_000_000_000)
      index += 1
    }
    return isNegative ? -power : power
  }
}

/// The digits of a literal as they are read: eighteen are kept, the others decide the rounding.
private struct Digits {
  private var mantissa: UInt64 = 0
  /// The number of digits in the mantissa, without leading zeros.
  private(set) var count = 0
  private(set) var exponent = 0
  private var firstDropped: UInt8 = 0
  private var hasMore = false

  /// Reads digits with at most one decimal point; false when there is no digit.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, from index: inout Int, to end: Int
  ) -> Bool {
    var seen = false
    var afterPoint = false
    var dropped = 0
    while index < end {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit <= 9 {
        seen = true
        if count < DecimalNumber.digits {
          mantissa = mantissa * 10 + UInt64(digit)
          if mantissa > 0 { count += 1 }
          if afterPoint { exponent -= 1 }
        } else {
          if dropped == 0 { firstDropped = digit } else if digit > 0 { hasMore = true }
          dropped += 1
          if !afterPoint { exponent += 1 }
        }
      } else if bytes[index] == UInt8(ascii: "."), !afterPoint {
        afterPoint = true
      } else {
        break
      }
      index += 1
    }
    return seen
  }

  /// The mantissa, rounded by the dropped digits.
  func rounded() -> UInt64 {
    let up = firstDropped > 5 || (firstDropped == 5 && (hasMore || mantissa % 2 == 1))
    return up ? mantissa + 1 : mantissa
  }
}
