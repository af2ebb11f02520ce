/// Lines of words as one text: words are separated by tabs, lines end in a line feed. Both, and the backslash,
/// are escaped inside words.
enum NoteText {
  private static let tab = UInt8(ascii: "\t")
  private static let newline = UInt8(ascii: "\n")
  private static let backslash = UInt8(ascii: "\\")

  static func write(_ lines: some Sequence<[String]>) -> String {
    var bytes: [UInt8] = []
    for words in lines {
      for (place, word) in words.enumerated() {
        if place > 0 { bytes.append(tab) }
        append(word, to: &bytes)
      }
      bytes.append(newline)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ word: String, to bytes: inout [UInt8]) {
    let plain = word.utf8.span
    guard isSpecial(plain) else {
      plain.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      return
    }
    for byte in word.utf8 {
      switch byte {
      case tab: bytes += [backslash, UInt8(ascii: "t")]
      case newline: bytes += [backslash, UInt8(ascii: "n")]
      case backslash: bytes += [backslash, backslash]
      default: bytes.append(byte)
      }
    }
  }

  /// Whether any byte must be escaped. The loop has no branch, so that it vectorizes.
  private static func isSpecial(_ bytes: Span<UInt8>) -> Bool {
    var least = UInt8.max
    for index in bytes.indices {
      least = min(least, bytes[index] ^ tab, bytes[index] ^ newline, bytes[index] ^ backslash)
    }
    return least == 0
  }

  static func read(_ text: String) -> [[String]] {
    var text = text
    return text.withUTF8 { bytes in
      bytes.split(separator: newline, omittingEmptySubsequences: true).map { line in
        line.split(separator: tab, omittingEmptySubsequences: false).map(word)
      }
    }
  }

  private static func word(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    guard bytes.contains(backslash) else {
      return String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
    }
    var plain: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if isEscaped {
        plain.append(
          byte == UInt8(ascii: "t") ? tab : byte == UInt8(ascii: "n") ? newline : byte)
        isEscaped = false
      } else if byte == backslash {
        isEscaped = true
      } else {
        plain.append(byte)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Encodes texts as one word.
  static func list(_ texts: [String]) -> String {
    texts.isEmpty ? "" : Value.list(texts).canonical
  }

  /// Decodes the texts of such a word.
  static func list(_ word: String) -> [String] {
    if case .list(let texts)? = Value(canonical: word, kind: .list) { texts } else { [] }
  }
}
