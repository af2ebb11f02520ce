/// The strings that cells share, as UTF-8 one behind the other.
///
/// They are added before any cell refers to them and only read from then on; that is why cells on several
/// threads can share them.
final class SharedStrings: @unchecked Sendable {
  // One writer, and then readers only: a cell is no place for a check of that.
  @exclusivity(unchecked) private var bytes = ByteBuffer()
  /// Where each string ends.
  @exclusivity(unchecked) private var ends: [Int] = []
  private static let mostExpected = 1 << 20

  /// No strings yet.
  init() {}

  var count: Int { ends.count }

  /// How many bytes all strings have together.
  var byteCount: Int { bytes.count }

  /// Makes room for about as many strings as a file promises, which need not be true.
  func expect(_ count: Int) { ends.reserveCapacity(min(count, Self.mostExpected)) }

  /// Adds one string: what the writer puts into the buffer.
  func append(
    _ write: (inout ByteBuffer) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    try write(&bytes)
    ends.append(bytes.count)
  }

  /// Adds one string of UTF-8 bytes.
  func append(_ string: Bytes) {
    bytes.append(string)
    ends.append(bytes.count)
  }

  /// How many bytes a string has; nil when there is none of that number.
  @inline(__always)
  func length(at index: Int) -> Int? {
    guard ends.indices.contains(index) else { return nil }
    return ends[index] - (index == 0 ? 0 : ends[index - 1])
  }

  /// A string's UTF-8, good for as long as the strings are held; empty when there is none of that number.
  @inline(__always)
  func bytes(at index: Int) -> Bytes {
    guard ends.indices.contains(index) else { return Bytes(start: nil, count: 0) }
    let start = index == 0 ? 0 : ends[index - 1]
    return Bytes(rebasing: bytes.bytes[start..<ends[index]])
  }
}
