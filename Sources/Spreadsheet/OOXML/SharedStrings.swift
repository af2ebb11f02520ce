/// The strings that cells share (ECMA-376 §18.4): their bytes one after the other, a `String` of
/// each made once and only when a cell asks for it.
final class SharedStrings {
  private var text = ByteBuffer()
  /// Where each string ends.
  private var ends: [Int] = []
  // One reader at a time, and a cell is no place for a check of that.
  @exclusivity(unchecked) private var made: [String?] = []

  /// No strings, as in a workbook without the part.
  init() {}

  /// Reads the part; phonetic runs are left out and rich-text runs joined.
  init(_ source: ByteSource, limits: Limits) throws(SpreadsheetError) {
    var xml = try XMLTokenizer(source, limits: limits)
    while true {
      switch try xml.next() {
      case .start where xml.isNamed("si"): try read(&xml, limits: limits)
      case .finished:
        made = Array(repeating: nil, count: ends.count)
        return
      case .start, .end, .text: break
      }
    }
  }

  var count: Int { ends.count }

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

  private func read(
    _ xml: inout XMLTokenizer, limits: Limits
  ) throws(SpreadsheetError) {
    try RichText.read(&xml, into: &text)
    guard text.count <= limits.sharedTextBytes else { throw xml.exceeded(.sharedTextBytes) }
    ends.append(text.count)
  }
}
