extension CatalogueItem {
  /// The item without its kind and code, as JSON with sorted keys: the form stored in the tables
  /// and compared by the journal.
  package var canonical: String {
    Attribute.map([
      "name": .text(name),
      "position": .text(String(position)),
      "aliases": .list(aliases.map(\.attribute)),
      "attributes": attributes,
    ]).json
  }

  /// Decodes the canonical form of an item with its kind as text; nil for an unknown kind.
  package init?(kind: String, code: String, canonical: String) {
    guard let kind = CatalogueKind(rawValue: kind) else { return nil }
    self.init(kind: kind, code: code, canonical: canonical)
  }

  /// Decodes the canonical form; nil if it is malformed.
  package init?(kind: CatalogueKind, code: String, canonical: String) {
    guard let item = Attribute(json: canonical), let name = item["name"]?.text,
      let position = item["position"]?.text.flatMap({ Int($0) }),
      let attributes = item["attributes"]
    else { return nil }
    self.init(
      kind: kind, code: code, name: name, position: position,
      aliases: (item["aliases"]?.items ?? []).compactMap { Alias($0) }, attributes: attributes)
  }
}
