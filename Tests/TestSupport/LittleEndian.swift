/// The bytes of an integer in little-endian order.
package func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}

/// The bytes of a text in UTF-16LE.
package func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { little($0) } }
