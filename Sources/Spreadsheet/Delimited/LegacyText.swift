/// Decodes short texts in the encoding of Chinese Windows, such as file names.
package enum LegacyText {
  /// Decodes GB 18030; nil when any byte is not valid text.
  package static func gb18030(_ bytes: [UInt8]) -> String? {
    guard let decoder = TextDecoder(TextEncoding.gb18030.rawValue),
      let decoded = bytes.withUnsafeBufferPointer({ decoder.decode($0, tolerating: 0) })
    else { return nil }
    let text = String(decoding: decoded.text, as: UTF8.self)
    let isWords = text.unicodeScalars.allSatisfy { scalar in
      !PrivateUse.contains(scalar) && scalar != "\u{FFFD}"
    }
    return isWords ? text : nil
  }
}

/// Private-use characters (U+E000 to U+F8FF), which result from reading another encoding as GB 18030.
enum PrivateUse {
  /// Whether a character is for private use.
  static func contains(_ scalar: Unicode.Scalar) -> Bool { 0xE000...0xF8FF ~= scalar.value }

  /// Whether private-use characters are more than two and more than one in fifty of those beyond ASCII:
  /// a rare character of a name may be one.
  static func fills(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { text in
      var (own, all) = (0, 0)
      for index in text.indices where text[index] >= 0xC0 {
        all += 1
        // U+E000 to U+F8FF begin with EE, or with EF and 80 to A3.
        guard text[index] >= 0xEE else { continue }
        let isFar = text[index] == 0xEF && index + 1 < text.count && text[index + 1] < 0xA4
        own += text[index] == 0xEE || isFar ? 1 : 0
      }
      return own > max(2, all / 50)
    }
  }
}
