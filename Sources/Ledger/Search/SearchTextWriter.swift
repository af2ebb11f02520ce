/// Writes the search texts of one project after another as bytes, reusing its buffers.
package struct SearchTextWriter: Sendable {
  package private(set) var written: [UInt8] = []
  package private(set) var sound: [UInt8] = []
  /// The ranges of keys that are also found by pinyin.
  private var spoken: [Range<Int>] = []
  private let catalogue: Catalogue
  private let pinyin = Pinyin.shared

  private static let lineFeed = UInt8(ascii: "\n")

  package init(catalogue: Catalogue) { self.catalogue = catalogue }

  /// Writes both texts of a project.
  package mutating func write(_ values: SearchedValues) {
    written.removeAll(keepingCapacity: true)
    sound.removeAll(keepingCapacity: true)
    spoken.removeAll(keepingCapacity: true)
    for (part, value) in zip(SearchedValues.parts, values.values) {
      if let value { append(value, as: part) }
    }
    appendRunsOfASCII()
    for key in spoken { pinyin.appendForms(of: written[key].span, to: &sound) }
    // Every part ends in a line feed; the last one is dropped.
    if !written.isEmpty { written.removeLast() }
    if !sound.isEmpty { sound.removeLast() }
  }

  /// Appends the texts of a value; for items, their names.
  private mutating func append(_ value: Value, as part: SearchedValues.Part) {
    switch (value, part.field.kind) {
    case (.text(let text), _): append(text, isSpoken: part.isSpoken)
    case (.list(let texts), _): for text in texts { append(text, isSpoken: part.isSpoken) }
    case (.reference(let code), .reference(let kind)):
      append(catalogue.name(of: kind, code), isSpoken: part.isSpoken)
    default: break
    }
  }

  private mutating func append(_ text: String, isSpoken: Bool) {
    let start = written.count
    TextFolding.appendKey(of: text, to: &written)
    if isSpoken { spoken.append(start..<written.count) }
    written.append(Self.lineFeed)
  }

  /// Appends the runs of ASCII; anything in between becomes a line feed.
  private mutating func appendRunsOfASCII() {
    let written = written
    sound.append(addingCapacity: written.count) { runs in
      var isParted = true
      for byte in written {
        if byte < 0x80, byte != Self.lineFeed {
          runs.append(byte)
          isParted = false
        } else if !isParted {
          runs.append(Self.lineFeed)
          isParted = true
        }
      }
    }
  }
}
