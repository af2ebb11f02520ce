import Ledger
package import Storage

extension UndoPlan {
  /// The effect of undoing an entry as a JSON object.
  package var json: JSON {
    .object([
      ("entry", .integer(entry.number)), ("revision", .integer(revision)),
      (
        "reverted",
        .array(
          reverted.map { part in
            .object([
              ("project", .integer(part.project)), ("name", .string(part.name)),
              ("change", .string(part.change.rawValue)),
              ("fields", .strings(part.keys.map(\.text))),
            ])
          })
      ),
      (
        "kept",
        .array(
          kept.map { part in
            .object([
              ("project", .integer(part.project)), ("name", .string(part.name)),
              ("field", .optional(part.key?.text)), ("altered_by", .integer(part.alteredBy)),
            ])
          })
      ),
      (
        "impossible",
        .array(
          impossible.map { part in
            .object([
              ("project", .integer(part.project)),
              ("reason", .string(part.reason == .removed ? "removed" : "restored")),
              ("by", .integer(part.by)),
            ])
          })
      ),
      (
        "parts",
        .array(
          loosened.map { part in
            .object([
              ("project", .integer(part.project)), ("name", .string(part.name)),
              ("package", .string(part.package)), ("becomes", .optional(part.becomes)),
            ])
          })
      ),
      (
        "items",
        .array(
          revertedItems.map { Self.item($0.kind.rawValue, $0.name, isReverted: true) }
            + keptItems.map { Self.item($0.kind.rawValue, $0.name, isReverted: false) })
      ), ("effect", .bool(takesSomethingBack)),
    ])
  }

  private static func item(_ kind: String, _ name: String, isReverted: Bool) -> JSON {
    .object([
      ("kind", .string(kind)), ("name", .string(name)), ("reverted", .bool(isReverted)),
    ])
  }
}
