/// One thing in the catalogue: a chain, a unit, a place, a stage, a register …
///
/// Codes never change; names and aliases do. All other properties of a kind are in `attributes`,
/// read through typed views such as `Chain`.
package struct CatalogueItem: Hashable, Sendable {
  package let kind: CatalogueKind
  /// The identifier, unique in the kind, such as `ai-robot`.
  package let code: String
  /// The current canonical Chinese name.
  package let name: String
  /// The position among its kind, from 1.
  package let position: Int
  package let aliases: [Alias]
  package let attributes: Attribute

  package init(
    kind: CatalogueKind, code: String, name: String, position: Int, aliases: [Alias] = [],
    attributes: Attribute = .map([:])
  ) {
    self.kind = kind
    self.code = code
    self.name = name
    self.position = position
    self.aliases = aliases
    self.attributes = attributes
  }
}

extension CatalogueItem {
  /// Whether the entry that added it was undone: no catalogue includes it.
  package var isWithdrawn: Bool { attributes["withdrawn"]?.isTrue ?? false }

  /// The item after its withdrawal: its code stays reserved, its history readable.
  package var withdrawn: CatalogueItem {
    var members = attributes.members
    members["withdrawn"] = .text("true")
    return CatalogueItem(
      kind: kind, code: code, name: name, position: position, aliases: aliases,
      attributes: .map(members))
  }
}

/// Another spelling of an item's name, with the dates between which it was in use.
package struct Alias: Hashable, Sendable {
  package let text: String
  package let validFrom: PartialDate?
  package let validUntil: PartialDate?

  package init(_ text: String, validFrom: PartialDate? = nil, validUntil: PartialDate? = nil) {
    self.text = text
    self.validFrom = validFrom
    self.validUntil = validUntil
  }
}

/// A value of the catalogue's data files: text, list or map. Numbers stay text, so they stay exact.
package indirect enum Attribute: Hashable, Sendable {
  case text(String)
  case list([Attribute])
  case map([String: Attribute])

  /// The member of a map; nil when there is none.
  package subscript(key: String) -> Attribute? {
    if case .map(let members) = self { members[key] } else { nil }
  }

  package var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  package var items: [Attribute] {
    if case .list(let items) = self { items } else { [] }
  }

  /// The texts of a list.
  package var texts: [String] { items.compactMap(\.text) }
}
