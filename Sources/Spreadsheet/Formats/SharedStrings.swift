/// The shared strings of a workbook, concatenated as UTF-8.
///
/// All are added before any cell refers to them and only read afterwards, so threads can share them.
final class SharedStrings: @unchecked Sendable {
  // One writer first, then only readers; the check for exclusive access would slow every cell.
  @exclusivity(unchecked) private var bytes = ByteBuffer()
  /// The end offset of each string.
  @exclusivity(unchecked) private var ends: [Int] = []
  private static let mostExpected = 1 << 20

  /// An empty table.
  init() {}

  var count: Int { ends.count }

  /// The number of bytes of all strings.
  var byteCount: Int { bytes.count }

  /// Reserves room for the number of strings stated in a file, which may be wrong.
  func expect(_ count: Int) { ends.reserveCapacity(min(count, Self.mostExpected)) }

  /// Appends one string, the bytes that `write` adds to the buffer.
  func append(
    _ write: (inout ByteBuffer) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    try write(&bytes)
    ends.append(bytes.count)
  }

  /// Appends one string of UTF-8 bytes.
  func append(_ string: Bytes) {
    bytes.append(string)
    ends.append(bytes.count)
  }

  /// The number of bytes of a string; nil when the index is out of range.
  @inline(__always)
  func length(at index: Int) -> Int? {
    guard ends.indices.contains(index) else { return nil }
    return ends[index] - (index == 0 ? 0 : ends[index - 1])
  }

  /// A string's UTF-8, valid while the table is retained; empty when the index is out of range.
  @inline(__always)
  func bytes(at index: Int) -> Bytes {
    guard ends.indices.contains(index) else { return Bytes(start: nil, count: 0) }
    let start = index == 0 ? 0 : ends[index - 1]
    return Bytes(rebasing: bytes.bytes[start..<ends[index]])
  }
}
