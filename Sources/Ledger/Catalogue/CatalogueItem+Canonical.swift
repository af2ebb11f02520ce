extension CatalogueItem {
  /// Everything of the item but its kind and code, as JSON with its keys in order: what the tables
  /// hold and the journal compares.
  package var canonical: String {
    Attribute.map([
      "name": .text(name),
      "position": .text(String(position)),
      "aliases": .list(aliases.map(\.attribute)),
      "attributes": attributes,
    ]).json
  }

  /// Reads the canonical form of an item whose kind is written too; nil when there is no such kind.
  package init?(kind: String, code: String, canonical: String) {
    guard let kind = CatalogueKind(rawValue: kind) else { return nil }
    self.init(kind: kind, code: code, canonical: canonical)
  }

  /// Reads the canonical form; nil when it is not one.
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
