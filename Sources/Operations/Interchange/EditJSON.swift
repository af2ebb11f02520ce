package import Ledger

extension EditOutcome {
  /// The result of an act on a project as a JSON object: values before and after, and findings.
  package func json(_ catalogue: Catalogue) -> JSON {
    func value(_ value: Value?, _ key: FieldKey) -> JSON {
      value.map { ProjectJSON.value($0, field: key.field, catalogue) } ?? .null
    }
    return .object([
      ("project", .optional(project)), ("entry", .optional(entry?.number)),
      (
        "fields",
        .object(
          changes.map { change in
            (
              change.key.text,
              .array([value(change.before, change.key), value(change.after, change.key)])
            )
          })
      ), ("waiting", .object(held.map { ($0.key.text, value($0.after, $0.key)) })),
      ("issues", .array(findings.map { $0.json(catalogue) })),
    ])
  }
}
