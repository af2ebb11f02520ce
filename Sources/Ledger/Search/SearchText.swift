/// The one narrow text by which a project is found.
package enum SearchText {
  /// Name, code, owner, investor and places in comparable form, then pinyin and initials of name and
  /// owner; parts are separated by line feeds, which no query contains.
  package static func of(_ record: Record, catalogue: Catalogue) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(512)
    for field in [Field.name, .code, .localNumber, .owner, .investor] {
      if let text = record.text(field) { append(text, to: &bytes) }
    }
    for (field, kind) in [(Field.district, CatalogueKind.district), (.zone, .zone)] {
      if let code = record.reference(field) {
        append(catalogue.name(of: kind, code), to: &bytes)
      }
    }
    for field in [Field.name, .owner] {
      if let text = record.text(field) { Pinyin.shared.appendForms(of: text, to: &bytes) }
    }
    return String(decoding: bytes.dropFirst(bytes.first == lineFeed ? 1 : 0), as: UTF8.self)
  }

  private static let lineFeed = UInt8(ascii: "\n")

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(lineFeed)
    bytes.append(contentsOf: TextFolding.key(text).utf8)
  }
}

/// The project's search text; a shorthand for `SearchText.of`.
package func searchText(for record: Record, catalogue: Catalogue) -> String {
  SearchText.of(record, catalogue: catalogue)
}
