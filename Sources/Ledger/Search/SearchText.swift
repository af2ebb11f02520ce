/// The two narrow texts by which a project is found; the parts of each are separated by line feeds,
/// which no query contains.
package struct SearchText: Hashable, Sendable {
  /// Name, code, owner, investor and places in comparable form.
  package let written: String
  /// Pinyin and initials of name and owner, which only a term of ASCII can hit.
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
    bytes.removeAll(keepingCapacity: true)
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

  private static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.dropFirst(bytes.first == lineFeed ? 1 : 0), as: UTF8.self)
  }
}
