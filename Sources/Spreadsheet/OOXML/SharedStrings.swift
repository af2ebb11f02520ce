/// The shared strings part (ECMA-376 18.4): rich-text runs joined, phonetic runs left out.
struct SharedStrings: Sendable {
  private var strings: [String] = []

  subscript(index: Int) -> String? {
    index >= 0 && index < strings.count ? strings[index] : nil
  }

  static func read(
    _ archive: Archive, _ name: String, limits: Limits
  ) throws(SpreadsheetError) -> SharedStrings {
    var table = SharedStrings()
    guard let bytes = try archive.part(name) else { return table }
    try XMLPart.read(bytes, part: name, limits: limits) { (reader) throws(SpreadsheetError) in
      guard reader.isNamed("si") else { return }
      table.strings.append(try richText(&reader, limits: limits))
    }
    return table
  }

  /// The text of a string item or inline string that just began.
  static func richText(
    _ reader: inout XMLReader, limits: Limits
  ) throws(SpreadsheetError) -> String {
    var buffer: [UInt8] = []
    let outer = reader.depth - 1
    var isText = false
    while reader.depth > outer {
      switch try reader.next() {
      case .start:
        if reader.isNamed("rPh") {
          try reader.skipElement()
        } else {
          isText = reader.isNamed("t")
        }
      case .text: if isText { try reader.appendText(to: &buffer) }
      case .end: isText = false
      case .done: break
      }
      if buffer.count > limits.textBytes { throw .limit(.textBytes, allowed: limits.textBytes) }
    }
    return XMLText.cellText(buffer)
  }
}
