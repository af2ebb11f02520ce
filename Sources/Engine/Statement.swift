/// Takes the parameters of one run of a statement, by position from 1.
package protocol Binding: AnyObject {
  func bind(_ value: SQLValue, at index: Int32) throws
  func bind(_ integer: Int64, at index: Int32)
  /// Binds UTF-8 bytes that stay valid until the statement has run.
  func bindUnowned(_ text: UnsafeBufferPointer<UInt8>, at index: Int32)
  /// Binds a blob that stays valid until the statement has run.
  func bindUnowned(_ blob: UnsafeRawBufferPointer, at index: Int32)
}

/// A compiled statement: bound by position from 1, read by column from 0.
///
/// NULL reads as 0 and as an empty text.
package protocol Statement: Binding {
  /// Sets every parameter to NULL.
  func clear()
  /// Moves to the next row; false after the last.
  func step() throws -> Bool
  /// Runs the statement to its end and resets it.
  func run() throws
  func reset()

  func isNull(_ column: Int32) -> Bool
  func int64(_ column: Int32) -> Int64
  func int64IfAny(_ column: Int32) -> Int64?
  /// The bytes of a text, of a blob, or of the digits of an integer, valid until the next step.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8>
  /// Whether a column holds exactly this integer.
  func holds(_ integer: Int64, at column: Int32) -> Bool
  /// Whether a column holds a text of exactly these bytes.
  func holds(_ text: Slice<UnsafeBufferPointer<UInt8>>, at column: Int32) -> Bool
}

extension Binding {
  /// Binds a static text of the program, without a copy.
  package func bind(own text: StaticString, at index: Int32) {
    bindUnowned(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), at: index)
  }

  /// Binds values in order, starting at the first parameter.
  @discardableResult
  package func bind(_ values: [SQLValue]) throws -> Self {
    for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    return self
  }

  /// Binds values in order, starting at the first parameter.
  @discardableResult
  package func bind(_ values: SQLValue...) throws -> Self { try bind(values) }
}

extension Statement {
  package func int(_ column: Int32) -> Int { Int(int64(column)) }

  package func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  package func textIfAny(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }
}
