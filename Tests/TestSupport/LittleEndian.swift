/// The bytes of a number, the lowest first.
package func little<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
  withUnsafeBytes(of: value.littleEndian) { Array($0) }
}

/// The bytes of text in UTF-16, the lower byte of each unit first.
package func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { little($0) } }
