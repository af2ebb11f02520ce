/// Decodes the references and escapes of XML and Office Open XML.
enum XMLText {
  /// Appends text with character and entity references decoded and line ends as LF.
  ///
  /// Returns false for a reference that is unknown, or to a character that XML 1.0 does not allow.
  static func decode(_ text: Bytes, into buffer: inout ByteBuffer) -> Bool {
    var index = 0
    while index < text.count {
      var plain = index
      while plain < text.count, text[plain] != UInt8(ascii: "&"), text[plain] != 0x0D {
        plain += 1
      }
      buffer.append(Bytes(rebasing: text[index..<plain]))
      guard plain < text.count else { return true }
      index = plain + 1
      if text[plain] == 0x0D {
        buffer.append(0x0A)
        if index < text.count, text[index] == 0x0A { index += 1 }
        continue
      }
      guard let semicolon = text[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(text[index..<semicolon])
      else { return false }
      for byte in UTF8.encode(scalar) ?? Unicode.UTF8.EncodedScalar() { buffer.append(byte) }
      index = semicolon + 1
    }
    return true
  }

  /// The character of a reference without its "&" and ";"; nil when it is invalid.
  private static func scalar(_ reference: Slice<Bytes>) -> Unicode.Scalar? {
    guard reference.first == UInt8(ascii: "#") else {
      if reference.elementsEqual("lt".utf8) { return "<" }
      if reference.elementsEqual("gt".utf8) { return ">" }
      if reference.elementsEqual("amp".utf8) { return "&" }
      if reference.elementsEqual("quot".utf8) { return "\"" }
      if reference.elementsEqual("apos".utf8) { return "'" }
      return nil
    }
    let digits = reference.dropFirst()
    let isHex = digits.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
    guard let value = UInt32(text, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value)
    else { return nil }
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x10000...0x10FFFF: return scalar
    default: return nil
    }
  }

  /// Appends text with the escapes `_xHHHH_` of ST_Xstring (ECMA-376 §22.9.2.19) replaced by their
  /// UTF-16 units.
  static func unescape(_ text: Bytes, into buffer: inout ByteBuffer) {
    var units: [UInt16] = []
    var index = 0
    while index < text.count {
      let plain = text[index...].firstIndex(of: UInt8(ascii: "_")) ?? text.count
      if plain > index {
        flush(&units, into: &buffer)
        buffer.append(Bytes(rebasing: text[index..<plain]))
        index = plain
      } else if let unit = escape(text, at: index) {
        units.append(unit)
        index += 7
      } else {
        flush(&units, into: &buffer)
        buffer.append(UInt8(ascii: "_"))
        index += 1
      }
    }
    flush(&units, into: &buffer)
  }

  private static func flush(_ units: inout [UInt16], into buffer: inout ByteBuffer) {
    guard !units.isEmpty else { return }
    for byte in String(decoding: units, as: UTF16.self).utf8 { buffer.append(byte) }
    units.removeAll(keepingCapacity: true)
  }

  /// The UTF-16 unit of an escape at an index, nil when there is none.
  private static func escape(_ text: Bytes, at index: Int) -> UInt16? {
    guard text.count - index >= 7, text[index + 1] | 0x20 == UInt8(ascii: "x"),
      text[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for digit in text[(index + 2)..<(index + 6)] {
      guard let value = Character(Unicode.Scalar(digit)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(value)
    }
    return unit
  }
}
