/// A set of fields, each known by its number (`Field.rawValue`).
struct FieldSet: Sendable {
  /// Bit n is the field of number n.
  private var bits: UInt128 = 0

  /// How many fields it has room for.
  static let capacity = UInt128.bitWidth

  @inline(__always)
  mutating func insert(_ number: UInt8) { bits |= 1 << UInt128(number) }

  @inline(__always)
  func contains(_ number: UInt8) -> Bool { bits & 1 << UInt128(number) != 0 }
}
