/// The strings that cells share: their bytes one after the other, a `String` of each made once and
/// only when a cell asks for it.
final class SharedStrings {
  private var text = ByteBuffer()
  /// Where each string ends.
  private var ends: [Int] = []
  // One reader at a time, and a cell is no place for a check of that.
  @exclusivity(unchecked) private var made: [String?] = []

  /// No strings yet.
  init() {}

  var count: Int { ends.count }

  /// How many bytes all strings have together.
  var byteCount: Int { text.count }

  /// Adds one string: what the writer puts into the buffer.
  func append(
    _ write: (inout ByteBuffer) throws(SpreadsheetError) -> Void
  ) throws(SpreadsheetError) {
    try write(&text)
    ends.append(text.count)
    made.append(nil)
  }

  /// The bytes of a string; nil when there is none of that number.
  func bytes(at index: Int) -> Bytes? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : ends[index - 1]
    return Bytes(rebasing: text.bytes[start..<ends[index]])
  }

  /// A string; nil when there is none of that number.
  func string(at index: Int) -> String? {
    guard made.indices.contains(index) else { return nil }
    if let string = made[index] { return string }
    guard let bytes = bytes(at: index) else { return nil }
    let string = String(decoding: bytes, as: UTF8.self)
    made[index] = string
    return string
  }
}
