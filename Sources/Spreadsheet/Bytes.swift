/// Borrowed bytes, not owned.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension Bytes {
  /// The decimal integer in these bytes; nil when they are not digits, or more than fifteen.
  @inline(__always)
  var integer: Int? {
    guard count > 0, count <= 15 else { return nil }
    var value = 0
    for byte in self {
      let digit = byte &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int(digit)
    }
    return value
  }

  /// Whether they are a true value as XML files write it.
  var isTrue: Bool {
    switch count {
    case 1: self[0] == UInt8(ascii: "1")
    case 2: elementsEqual("on".utf8)
    case 4: elementsEqual("true".utf8) || elementsEqual("TRUE".utf8)
    default: false
    }
  }

  /// The bytes without surrounding white space.
  var trimmed: Bytes {
    guard let first = firstIndex(where: { $0 > 0x20 }),
      let last = lastIndex(where: { $0 > 0x20 })
    else { return Bytes(start: nil, count: 0) }
    return Bytes(rebasing: self[first...last])
  }
}
