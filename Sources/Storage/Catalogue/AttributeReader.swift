import Ledger

/// Reads an attribute's canonical text, byte by byte.
struct AttributeReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func attribute(depth: Int) -> Attribute? {
    guard position < bytes.count, depth < 64 else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "\""): return text().map(Attribute.text)
    case UInt8(ascii: "["): return list(depth: depth)
    case UInt8(ascii: "{"): return map(depth: depth)
    default: return nil
    }
  }

  private mutating func list(depth: Int) -> Attribute? {
    position += 1
    var items: [Attribute] = []
    if take(UInt8(ascii: "]")) { return .list([]) }
    repeat {
      guard let item = attribute(depth: depth + 1) else { return nil }
      items.append(item)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? .list(items) : nil
  }

  private mutating func map(depth: Int) -> Attribute? {
    position += 1
    var members: [String: Attribute] = [:]
    if take(UInt8(ascii: "}")) { return .map([:]) }
    repeat {
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\""), let key = text(),
        take(UInt8(ascii: ":")), let value = attribute(depth: depth + 1)
      else { return nil }
      members[key] = value
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? .map(members) : nil
  }

  private mutating func text() -> String? {
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""),
      bytes[position] != ByteText.backslash
    { position += 1 }
    guard position < bytes.count else { return nil }
    var plain = Array(bytes[start..<position])
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: plain, as: UTF8.self) }
      guard byte == ByteText.backslash else {
        plain.append(byte)
        continue
      }
      guard let escaped = escaped() else { return nil }
      plain.append(escaped)
    }
    return nil
  }

  private mutating func escaped() -> UInt8? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    position += 1
    guard byte == UInt8(ascii: "u") else { return byte }
    guard position + 4 <= bytes.count else { return nil }
    defer { position += 4 }
    return UInt8(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }
}
