/// The strings that cells share.
///
/// Each is made once and at once: nearly all are asked for, and their bytes need not be kept beside
/// them.
final class SharedStrings {
  // One reader at a time, and a cell is no place for a check of that.
  @exclusivity(unchecked) private var strings: [String] = []
  /// How many bytes all strings have together.
  private(set) var byteCount = 0
  /// Room for the bytes of one string.
  private var scratch = ByteBuffer()
  private static let mostExpected = 1 << 20

  /// No strings yet.
  init() {}

  var count: Int { strings.count }

  /// Makes room for about as many strings as a file promises, which need not be true.
  func expect(_ count: Int) { strings.reserveCapacity(min(count, Self.mostExpected)) }

  /// Adds one string: what the writer puts into the buffer.
  func append(
    _ write: (inout ByteBuffer) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    scratch.removeAll()
    try write(&scratch)
    append(scratch.bytes)
  }

  /// Adds one string of UTF-8 bytes.
  func append(_ bytes: Bytes) {
    strings.append(String(decoding: bytes, as: UTF8.self))
    byteCount += bytes.count
  }

  /// A string; nil when there is none of that number.
  @inline(__always)
  func string(at index: Int) -> String? {
    strings.indices.contains(index) ? strings[index] : nil
  }
}
