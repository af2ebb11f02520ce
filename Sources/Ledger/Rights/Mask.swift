/// The masked form of personal data: 张*, 138****5678.
package enum Mask {
  /// A value with its texts masked; nil if its kind cannot be masked.
  package static func of(_ value: Value) -> Value? {
    switch value {
    case .text(let text): .text(Self.text(text))
    case .list(let texts): .list(texts.map(Self.text))
    default: nil
    }
  }

  /// Keeps the first character of each word, and the beginning and end of each number. Digits written in
  /// groups are one number: 138 7720 1234.
  package static func text(_ text: String) -> String {
    var masked = ""
    var rest = text[...]
    while let first = rest.first {
      if first.isDigit {
        let number = rest.prefix { $0.isDigit || $0.partsDigits }
        let end = number.lastIndex(where: \.isDigit).map(number.index(after:)) ?? number.endIndex
        masked += digits(number[..<end].filter(\.isDigit))
        rest = rest[end...]
      } else if first.isLetter || first.isNumber {
        let word = rest.prefix { ($0.isLetter || $0.isNumber) && !$0.isDigit }
        masked += "\(first)*"
        rest = rest[word.endIndex...]
      } else {
        masked.append(first)
        rest.removeFirst()
      }
    }
    return masked
  }

  /// Area codes and extensions, of up to four digits, identify nobody.
  private static func digits(_ digits: String) -> String {
    switch digits.count {
    case ...4: digits
    case 5...10: "\(digits.prefix(2))****\(digits.suffix(1))"
    default: "\(digits.prefix(3))****\(digits.suffix(4))"
    }
  }
}

extension Character {
  /// Whether it is a decimal digit of any script, such as ０.
  fileprivate var isDigit: Bool { unicodeScalars.first?.properties.numericType == .decimal }

  /// Whether it may separate groups of one number.
  fileprivate var partsDigits: Bool {
    isWhitespace || "-－–—‐‑()（）.·".contains(self)
  }
}
