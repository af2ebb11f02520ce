/// The two narrow texts by which a project is found; the parts of each are separated by line feeds,
/// which no query contains.
package struct SearchText: Hashable, Sendable {
  /// Name, code, owner, investor and places in comparable form.
  package let written: String
  /// What a term of ASCII alone can hit: pinyin and initials of name and owner, and the runs of ASCII in
  /// what is written. Such a term needs no other text.
  package let sound: String

  package init(_ record: Record, catalogue: Catalogue) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    for field in [Field.name, .code, .localNumber, .owner, .investor] {
      if let text = record.text(field) { Self.append(text, to: &bytes) }
    }
    for (field, kind) in [(Field.district, CatalogueKind.district), (.zone, .zone)] {
      if let code = record.reference(field) {
        Self.append(catalogue.name(of: kind, code), to: &bytes)
      }
    }
    written = Self.text(bytes)
    bytes = Self.runsOfASCII(in: bytes)
    for field in [Field.name, .owner] {
      if let text = record.text(field) { Pinyin.shared.appendForms(of: text, to: &bytes) }
    }
    sound = Self.text(bytes)
  }

  private static let lineFeed = UInt8(ascii: "\n")

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(lineFeed)
    bytes.append(contentsOf: TextFolding.key(text).utf8)
  }

  private static func runsOfASCII(in bytes: [UInt8]) -> [UInt8] {
    var runs: [UInt8] = []
    runs.reserveCapacity(256)
    for byte in bytes {
      // Whatever stands between two runs parts them.
      let kept = byte < 0x80 ? byte : lineFeed
      if kept != lineFeed || runs.last != lineFeed { runs.append(kept) }
    }
    if runs.last == lineFeed { runs.removeLast() }
    return runs
  }

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.dropFirst(bytes.first == lineFeed ? 1 : 0), as: UTF8.self)
  }
}
