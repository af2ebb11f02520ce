/// An FNV-1a hash of 64 bits over values.
struct Checksum: Sendable, Hashable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds a kind and a text.
  mutating func add(_ kind: Unicode.Scalar, _ text: String) {
    var text = text
    text.withUTF8 { add(kind, $0) }
  }

  /// Adds a kind and the UTF-8 of a text.
  mutating func add(_ kind: Unicode.Scalar, _ text: Bytes) {
    var sum = Self.add(UInt8(ascii: kind), to: value)
    for byte in text { sum = Self.add(byte, to: sum) }
    value = Self.add(0xFF, to: sum)
  }

  /// Adds a kind and a number.
  mutating func add(_ kind: Unicode.Scalar, _ number: DecimalNumber) {
    var sum = Self.add(UInt8(ascii: kind), to: value)
    var mantissa = UInt64(bitPattern: number.mantissa)
    for _ in 0..<8 {
      sum = Self.add(UInt8(truncatingIfNeeded: mantissa), to: sum)
      mantissa >>= 8
    }
    sum = Self.add(UInt8(truncatingIfNeeded: number.exponent), to: sum)
    sum = Self.add(UInt8(truncatingIfNeeded: number.exponent >> 8), to: sum)
    value = Self.add(0xFF, to: sum)
  }

  @inline(__always)
  private static func add(_ byte: UInt8, to sum: UInt64) -> UInt64 {
    (sum ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
