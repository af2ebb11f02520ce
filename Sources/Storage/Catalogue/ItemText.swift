import Ledger

/// The canonical text of a catalogue item: all of it but its kind and code.
enum ItemText {
  static func write(_ item: CatalogueItem) -> String {
    AttributeText.write(
      .map([
        "name": .text(item.name),
        "position": .text(String(item.position)),
        "aliases": .list(item.aliases.map(attribute)),
        "attributes": item.attributes,
      ]))
  }

  /// Reads it; nil when the text is not an item's.
  static func read(
    kind: CatalogueKind, code: String, _ text: UnsafeBufferPointer<UInt8>
  ) -> CatalogueItem? {
    guard let body = AttributeText.read(text), let name = body["name"]?.text,
      let position = body["position"]?.text.flatMap({ Int($0) }),
      let aliases = body["aliases"]?.items, let attributes = body["attributes"]
    else { return nil }
    return CatalogueItem(
      kind: kind, code: code, name: name, position: position,
      aliases: aliases.compactMap(alias), attributes: attributes)
  }

  private static func attribute(_ alias: Alias) -> Attribute {
    var members: [String: Attribute] = ["text": .text(alias.text)]
    members["from"] = alias.validFrom.map { .text($0.text) }
    members["until"] = alias.validUntil.map { .text($0.text) }
    return .map(members)
  }

  private static func alias(_ attribute: Attribute) -> Alias? {
    attribute["text"]?.text.map { text in
      Alias(
        text, validFrom: attribute["from"]?.text.flatMap { PartialDate($0) },
        validUntil: attribute["until"]?.text.flatMap { PartialDate($0) })
    }
  }
}
