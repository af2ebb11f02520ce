import Yams

/// One of the catalogue's data files: a kind, defaults for its items, and the items.
enum CatalogueFile {
  /// The faults of a data file.
  enum Failure: Error {
    case notYAML
    case noKind
    case itemWithoutCodeAndName(kind: CatalogueKind, position: Int)
  }

  /// Reads a file's items in order; throws `Failure`.
  static func items(in bytes: [UInt8]) throws -> [CatalogueItem] {
    let file = try attribute(in: bytes)
    guard let kind = file["kind"]?.text.flatMap({ CatalogueKind(rawValue: $0) }) else {
      throw Failure.noKind
    }
    var defaults: [String: Attribute] = [:]
    if case .map(let members) = file["defaults"] { defaults = members }
    return try (file["items"]?.items ?? []).enumerated().map { index, entry in
      guard case .map(let members) = entry,
        let code = entry["code"]?.text, let name = entry["name"]?.text
      else { throw Failure.itemWithoutCodeAndName(kind: kind, position: index + 1) }
      var attributes = defaults.merging(members) { _, own in own }
      for key in ["code", "name", "aliases"] { attributes[key] = nil }
      return CatalogueItem(
        kind: kind, code: code, name: name, position: index + 1,
        aliases: (entry["aliases"]?.items ?? []).compactMap { Alias($0) },
        attributes: .map(attributes))
    }
  }

  /// The whole content of a YAML file; scalars stay text.
  static func attribute(in bytes: [UInt8]) throws -> Attribute {
    // Without a tag resolver, which would match a regex per scalar to tell numbers from texts.
    guard let node = try Yams.compose(yaml: String(decoding: bytes, as: UTF8.self), .basic) else {
      throw Failure.notYAML
    }
    return attribute(node)
  }

  private static func attribute(_ node: Node) -> Attribute {
    switch node {
    case .scalar(let scalar): .text(scalar.string)
    case .sequence(let sequence): .list(sequence.map(attribute))
    case .mapping(let mapping):
      .map(
        Dictionary(
          mapping.compactMap { key, value in key.scalar.map { ($0.string, attribute(value)) } },
          uniquingKeysWith: { _, last in last }))
    case .alias: .text("")
    }
  }
}

extension Alias {
  /// Decodes `text`, or `{text, from, until}`.
  init?(_ attribute: Attribute) {
    switch attribute {
    case .text(let text): self.init(text)
    case .map:
      guard let text = attribute["text"]?.text else { return nil }
      self.init(
        text, validFrom: attribute["from"]?.text.flatMap { PartialDate($0) },
        validUntil: attribute["until"]?.text.flatMap { PartialDate($0) })
    case .list: return nil
    }
  }

  /// The form that `init(_:)` decodes.
  var attribute: Attribute {
    if validFrom == nil && validUntil == nil { return .text(text) }
    var members = ["text": Attribute.text(text)]
    members["from"] = validFrom.map { .text($0.text) }
    members["until"] = validUntil.map { .text($0.text) }
    return .map(members)
  }
}
