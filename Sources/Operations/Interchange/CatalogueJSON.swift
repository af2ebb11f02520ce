package import Ledger

extension CatalogueItem {
  /// The catalogue item as a JSON object.
  package var json: JSON {
    .object([
      ("code", .string(code)), ("name", .string(name)), ("position", .count(position)),
      (
        "aliases",
        .array(
          aliases.map { alias in
            .object([
              ("text", .string(alias.text)), ("from", .optional(alias.validFrom?.text)),
              ("until", .optional(alias.validUntil?.text)),
            ])
          })
      ), ("attributes", Self.json(attributes)),
    ])
  }

  private static func json(_ attribute: Attribute) -> JSON {
    switch attribute {
    case .text(let text): .string(text)
    case .list(let items): .array(items.map(json))
    case .map(let members):
      .object(members.sorted { $0.key < $1.key }.map { ($0.key, json($0.value)) })
    }
  }
}
