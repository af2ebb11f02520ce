/// Text of XML and of OOXML cells.
enum XMLText {
  /// Decodes the five entities and character references; any other entity is refused.
  static func decode(
    _ raw: Slice<UnsafeBufferPointer<UInt8>>, into buffer: inout [UInt8], part: String
  ) throws(SpreadsheetError) {
    guard raw.contains(UInt8(ascii: "&")) else {
      buffer.append(contentsOf: raw)
      return
    }
    var index = raw.startIndex
    while index < raw.endIndex {
      guard raw[index] == UInt8(ascii: "&") else {
        buffer.append(raw[index])
        index += 1
        continue
      }
      guard let end = raw[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
        throw .damaged(part: part, reason: .markup)
      }
      let name = String(decoding: raw[(index + 1)..<end], as: UTF8.self)
      guard let scalar = scalar(named: name) else { throw .damaged(part: part, reason: .markup) }
      buffer.append(contentsOf: String(Character(scalar)).utf8)
      index = end + 1
    }
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
    let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.map { Unicode.Scalar($0) ?? "\u{FFFD}" }
  }

  /// Makes a cell's text of its bytes: `_x000D_` escapes decoded (ECMA-376 22.9.2.19).
  static func cellText(_ bytes: [UInt8]) -> String {
    guard bytes.contains(UInt8(ascii: "_")), let decoded = unescaped(bytes) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    return decoded
  }

  private static func unescaped(_ bytes: [UInt8]) -> String? {
    var units: [UInt16] = []
    var found = false
    let source = Array(String(decoding: bytes, as: UTF8.self).utf16)
    var index = 0
    while index < source.count {
      if index + 6 < source.count, source[index] == 0x5F, source[index + 1] == 0x78,
        source[index + 6] == 0x5F,
        let unit = UInt16(String(decoding: source[(index + 2)..<(index + 6)], as: UTF16.self), radix: 16)
      {
        units.append(unit)
        found = true
        index += 7
      } else {
        units.append(source[index])
        index += 1
      }
    }
    return found ? String(decoding: units, as: UTF16.self) : nil
  }
}
