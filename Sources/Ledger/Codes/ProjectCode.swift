/// The national code of an investment project (项目代码), 20 digits written 4-6-2-2-6.
///
/// Two formats: before late 2020 the first group is a year; since then (GB/T 40058-2021) it is the
/// year and month of issue, and the last digit checks the 19 before it (ISO 7064 MOD 11,10).
package enum ProjectCode: Hashable, Sendable {
  /// The rule a code was made by.
  package enum Format: Hashable, Sendable {
    /// Year, area, industry, kind, serial; without a check digit.
    case old
    /// Year and month, area, department, kind, five random digits and the check digit.
    case new
  }

  /// A code of the right shape, in its canonical form.
  case valid(String, Format)
  /// A new code with a wrong check digit: kept, because a typing error is still a code.
  case checksumWrong(String)
  /// No digit at all, such as 正在办理: no code yet.
  case none
  /// `2.6E+19`: the cell was a number, and its last digits are gone.
  case precisionLost
  case malformed

  /// Parses a cell's text, ignoring a label before the code, a bracket after it, and the kind and
  /// place of dashes.
  package init(_ text: String) {
    let key = TextFolding.key(text)
    var digits: [UInt8] = []
    digits.reserveCapacity(20)
    var isClean = true
    for scalar in key.unicodeScalars {
      if Self.isDigit(scalar) {
        digits.append(UInt8(scalar.value - 48))
      } else if digits.isEmpty {
        if Self.isLetter(scalar) { isClean = false }
      } else if scalar == "(" || scalar == ")" {
        break
      } else if !Self.isDash(scalar) {
        isClean = false
      }
    }
    if digits.isEmpty {
      self = .none
    } else if isClean, digits.count == 20 {
      self = Self.judged(digits)
    } else {
      self = Self.isScientific(key) ? .precisionLost : .malformed
    }
  }

  /// The canonical form; nil if there is no code.
  package var canonical: String? {
    switch self {
    case .valid(let text, _), .checksumWrong(let text): text
    case .none, .precisionLost, .malformed: nil
    }
  }

  private static func judged(_ digits: [UInt8]) -> ProjectCode {
    let group = digits[0..<4].reduce(0) { $0 * 10 + Int($1) }
    let text = written(digits)
    if (2013...2020).contains(group) { return .valid(text, .old) }
    guard group / 100 >= 20, (1...12).contains(group % 100) else { return .malformed }
    return checkDigit(digits.prefix(19)) == digits[19] ? .valid(text, .new) : .checksumWrong(text)
  }

  /// ISO 7064 MOD 11,10 over 19 digits.
  private static func checkDigit(_ digits: some Sequence<UInt8>) -> UInt8 {
    var product = 10
    for digit in digits {
      let sum = (product + Int(digit)) % 10
      product = 2 * (sum == 0 ? 10 : sum) % 11
    }
    return UInt8((11 - product) % 10)
  }

  /// 20 digits in groups of 4, 6, 2, 2 and 6.
  private static func written(_ digits: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: 24) { target in
      var written = 0
      for (index, digit) in digits.enumerated() {
        if index == 4 || index == 10 || index == 12 || index == 14 {
          target[written] = UInt8(ascii: "-")
          written += 1
        }
        target[written] = digit + 48
        written += 1
      }
      return written
    }
  }

  /// Whether a text is a number with an exponent, as spreadsheets show long numbers.
  private static func isScientific(_ text: String) -> Bool {
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, ScaledInteger.parse(parts[0]) != nil else { return false }
    return parts[1].hasPrefix("+") && Int(parts[1].dropFirst()) != nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (48...57).contains(scalar.value)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "_", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{2500}", "\u{2501}", "\u{30FC}",
      "\u{4E00}", "\u{FE58}", "\u{FE63}", "~", "\u{301C}":
      true
    default: false
    }
  }
}
