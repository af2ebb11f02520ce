import Testing

/// Examples written as a table: a line an example, what is read → what it means.
///
/// `无` at the right is no meaning at all.
struct Example: Sendable, CustomTestStringConvertible {
  let source: String
  let meaning: String

  var testDescription: String { "\(source) → \(meaning)" }

  /// The examples of a table; lines without an arrow are headings for the reader.
  static func table(_ text: String) -> [Example] {
    text.split(separator: "\n").compactMap { line in
      guard let arrow = line.firstRange(of: "→") else { return nil }
      let meaning = trimmed(line[arrow.upperBound...])
      return Example(
        source: trimmed(line[..<arrow.lowerBound]), meaning: meaning == "无" ? "" : meaning)
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var slice = text
    while slice.first == " " { slice.removeFirst() }
    while slice.last == " " { slice.removeLast() }
    return String(slice)
  }
}
