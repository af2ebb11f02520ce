/// What is shown in the place of personal data: 张*, 138****5678.
package enum Mask {
  /// A value with its texts masked; nil where a value of its kind cannot be.
  package static func of(_ value: Value) -> Value? {
    switch value {
    case .text(let text): .text(Self.text(text))
    case .list(let texts): .list(texts.map(Self.text))
    default: nil
    }
  }

  /// Of each word the first character, of each number its beginning and end. Digits that are written in groups
  /// are one number: 138 7720 1234.
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

  /// Area codes and extensions tell nothing of a person.
  private static func digits(_ digits: String) -> String {
    switch digits.count {
    case ...4: digits
    case 5...10: "\(digits.prefix(2))****\(digits.suffix(1))"
    default: "\(digits.prefix(3))****\(digits.suffix(4))"
    }
  }
}

extension Character {
  /// Of any script: ０ is one as 0 is.
  fileprivate var isDigit: Bool { unicodeScalars.first?.properties.numericType == .decimal }

  /// Whether it stands between the groups of one number.
  fileprivate var partsDigits: Bool {
    isWhitespace || "-－–—‐‑()（）.·".contains(self)
  }
}
