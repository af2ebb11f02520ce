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

  /// Of each word the first character, of each number its beginning and end.
  package static func text(_ text: String) -> String {
    var masked = ""
    var rest = text[...]
    while let first = rest.first {
      if first.isLetter || first.isNumber {
        let isDigit = first.isASCIIDigit
        let word = rest.prefix { ($0.isLetter || $0.isNumber) && $0.isASCIIDigit == isDigit }
        masked += isDigit ? digits(word) : "\(first)*"
        rest = rest[word.endIndex...]
      } else {
        masked.append(first)
        rest.removeFirst()
      }
    }
    return masked
  }

  /// Area codes and extensions tell nothing of a person.
  private static func digits(_ digits: Substring) -> String {
    switch digits.count {
    case ...4: String(digits)
    case 5...10: "\(digits.prefix(2))****\(digits.suffix(1))"
    default: "\(digits.prefix(3))****\(digits.suffix(4))"
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
