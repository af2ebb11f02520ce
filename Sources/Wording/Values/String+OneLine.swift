extension String {
  /// The text safe to show on one line: control characters, including line ends, are replaced by their pictures (U+2400
  /// and on), format characters that reorder or hide text by `<U+202E>`.
  ///
  /// Texts come from lists, file names and people: a line end would forge a line, an escape sequence would control the
  /// terminal.
  package var onOneLine: String {
    guard unicodeScalars.contains(where: \.isUnshown) else { return self }
    var shown = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case _ where !scalar.isUnshown: shown.append(scalar)
      case 0..<0x20: shown.append(Unicode.Scalar(UInt16(0x2400 + scalar.value)) ?? "\u{FFFD}")
      case 0x7F: shown.append("\u{2421}")
      case let value:
        let digits = String(value, radix: 16, uppercase: true)
        let padding = String(repeating: "0", count: max(0, 4 - digits.count))
        shown.append(contentsOf: "<U+\(padding)\(digits)>".unicodeScalars)
      }
    }
    return String(shown)
  }
}

extension Unicode.Scalar {
  /// Whether it is a control or format character, or a line or paragraph separator.
  fileprivate var isUnshown: Bool {
    switch value {
    case 0x20..<0x7F, 0x3000...0xD7FF, 0xFF01...0xFF60: false
    default:
      switch properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }
}
