/// Writes the search texts of one project after another as bytes, each over those before it.
package struct SearchTextWriter: Sendable {
  package private(set) var written: [UInt8] = []
  package private(set) var sound: [UInt8] = []
  private let catalogue: Catalogue
  private let pinyin = Pinyin.shared

  private static let lineFeed = UInt8(ascii: "\n")

  package init(catalogue: Catalogue) { self.catalogue = catalogue }

  /// Writes both texts of a project.
  package mutating func write(_ values: SearchedValues) {
    written.removeAll(keepingCapacity: true)
    sound.removeAll(keepingCapacity: true)
    let name = append(values.name)
    append(values.code)
    append(values.localNumber)
    let owner = append(values.owner)
    append(values.investor)
    append(values.district.map { catalogue.name(of: .district, $0) })
    append(values.zone.map { catalogue.name(of: .zone, $0) })
    let others = values.otherNames.map { append($0) }
    appendRunsOfASCII()
    for key in [name, owner] + others { pinyin.appendForms(of: written[key].span, to: &sound) }
    // Every part was ended; the last one is not to be.
    if !written.isEmpty { written.removeLast() }
    if !sound.isEmpty { sound.removeLast() }
  }

  /// Appends a part and tells where its key stands.
  @discardableResult
  private mutating func append(_ text: String?) -> Range<Int> {
    let start = written.count
    guard let text else { return start..<start }
    TextFolding.appendKey(of: text, to: &written)
    let key = start..<written.count
    written.append(Self.lineFeed)
    return key
  }

  /// Whatever stands between two runs parts them.
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
