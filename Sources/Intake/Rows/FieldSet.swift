/// A set of fields by number (`Field.rawValue`).
struct FieldSet: Sendable {
  /// The members: bit n for field number n.
  private var bits: UInt128 = 0

  /// The number of fields it can hold.
  static let capacity = UInt128.bitWidth

  @inline(__always)
  mutating func insert(_ number: UInt8) { bits |= 1 << UInt128(number) }

  @inline(__always)
  func contains(_ number: UInt8) -> Bool { bits & 1 << UInt128(number) != 0 }
}
