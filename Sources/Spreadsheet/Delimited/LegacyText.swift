/// Short texts in the encoding of Chinese Windows, such as names of files.
package enum LegacyText {
  /// Bytes as GB 18030; nil when not all of them are text in it.
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

/// Characters without a meaning of their own (U+E000 to U+F8FF): what text of another encoding turns into
/// when it is read as GB 18030.
enum PrivateUse {
  static func contains(_ scalar: Unicode.Scalar) -> Bool { 0xE000...0xF8FF ~= scalar.value }
}
