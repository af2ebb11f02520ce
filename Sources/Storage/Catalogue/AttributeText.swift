import Ledger

/// The canonical text of a catalogue attribute: JSON of objects, arrays and strings, members sorted.
enum AttributeText {
  static func write(_ attribute: Attribute) -> String {
    var bytes: [UInt8] = []
    write(attribute, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ attribute: Attribute, to bytes: inout [UInt8]) {
    switch attribute {
    case .text(let text): write(text, to: &bytes)
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(item, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .map(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        write(member.value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(
          contentsOf: Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Reads what `write` writes; nil for anything else.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Attribute? {
    var reader = AttributeReader(bytes)
    guard let attribute = reader.attribute(depth: 0), reader.isAtEnd else { return nil }
    return attribute
  }
}
