/// Folds texts to a comparable form: half width, no white space, one kind of bracket, lower case,
/// and look-alikes replaced by the usual characters.
///
/// Works on UTF-8 bytes, because imports fold millions of cells.
package enum TextFolding {
  /// The text with full-width ASCII and the ideographic space in half width and twins of Chinese characters
  /// replaced, otherwise unchanged.
  package static func halfWidth(_ text: String) -> String {
    folded(text, forKey: false)
  }

  /// The form in which labels, names and references are compared.
  package static func key(_ text: String) -> String {
    folded(text, forKey: true)
  }

  static func appendKey(of text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { source in
      bytes.append(addingCapacity: source.count) { key in
        key.withUnsafeMutableBufferPointer { target, written in
          written = fold(source, into: target, forKey: true)
        }
      }
    }
  }

  /// A text of unified white space, without its spaces.
  package static func withoutSpaces(_ text: String) -> String {
    text.utf8.contains(0x20) ? text.replacing(" ", with: "") : text
  }

  private static func folded(_ text: String, forKey: Bool) -> String {
    var text = text
    return text.withUTF8 { source in
      String(unsafeUninitializedCapacity: source.count) { target in
        fold(source, into: target, forKey: forKey)
      }
    }
  }

  private static func fold(
    _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>,
    forKey: Bool
  ) -> Int {
    var written = 0
    var index = 0
    while index < source.count {
      let byte = source[index]
      if isPlain(byte) {
        for offset in 0..<3 { target[written + offset] = source[index + offset] }
        written += 3
        index += 3
        continue
      }
      var length = 1
      var ascii: UInt8?
      if byte < 0x80 {
        ascii = byte
      } else if byte >= 0xF0 {
        length = 4
      } else if byte >= 0xE0 {
        length = 3
        ascii = halfWidth(byte, source[index + 1], source[index + 2])
      } else {
        length = 2
        if byte == 0xC2, source[index + 1] == 0xA0 || source[index + 1] == 0x85 { ascii = 0x20 }
        if forKey, byte == 0xC2, source[index + 1] == 0xAD { ascii = 0 }
      }
      if var ascii {
        if forKey { ascii = keyByte(ascii) }
        if ascii != 0 {
          target[written] = ascii
          written += 1
        }
      } else if length > 2, ConfusableCharacters.mayBegin(byte, source[index + 1]),
        let original = original(Slice(base: source, bounds: index..<(index + length)))
      {
        for byte in original {
          target[written] = byte
          written += 1
        }
      } else if forKey, length == 3, isBlank(byte, source[index + 1], source[index + 2]) {
        // Dropped.
      } else if forKey, length == 3,
        let bracket = bracket(byte, source[index + 1], source[index + 2])
      {
        target[written] = bracket
        written += 1
      } else {
        for offset in 0..<length { target[written + offset] = source[index + offset] }
        written += length
      }
      index += length
    }
    return written
  }

  /// The original of a twin of a Chinese character; nil for any other character, and if it needs more
  /// bytes.
  private static func original(
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Unicode.UTF8.EncodedScalar? {
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first,
      let original = ConfusableCharacters.original(of: scalar).flatMap({ Unicode.UTF8.encode($0) }),
      original.count <= bytes.count
    else { return nil }
    return original
  }

  /// Whether a byte begins a three-byte character that is never folded, as most Chinese ones are.
  private static func isPlain(_ byte: UInt8) -> Bool { byte >= 0xE4 && byte < 0xEF }

  /// The ASCII byte of U+FF01…FF5E and U+3000.
  private static func halfWidth(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8? {
    switch (first, second, third) {
    case (0xEF, 0xBC, 0x81...0xBF): third - 0x60
    case (0xEF, 0xBD, 0x80...0x9E): third - 0x20
    case (0xE3, 0x80, 0x80): 0x20
    default: nil
    }
  }

  /// Removes white space (0), lowers capitals, makes square and curly brackets round.
  private static func keyByte(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0...0x20, 0x7F: 0
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 0x20
    case UInt8(ascii: "["), UInt8(ascii: "{"): UInt8(ascii: "(")
    case UInt8(ascii: "]"), UInt8(ascii: "}"): UInt8(ascii: ")")
    default: byte
    }
  }

  /// Whether the bytes are a space of U+2000…206F, a zero-width character or the byte order mark.
  private static func isBlank(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second, third) {
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8...0xAF), (0xE2, 0x81, 0x9F...0xAF),
      (0xEF, 0xBB, 0xBF):
      true
    default: false
    }
  }

  /// The round bracket for 【】〔〕〖〗; 〈〉《》 stay, as quotation marks.
  private static func bracket(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8? {
    guard first == 0xE3, second == 0x80 else { return nil }
    return switch third {
    case 0x90, 0x94, 0x96: UInt8(ascii: "(")
    case 0x91, 0x95, 0x97: UInt8(ascii: ")")
    default: nil
    }
  }
}
