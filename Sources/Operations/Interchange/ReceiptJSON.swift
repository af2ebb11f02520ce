package import Ledger

extension Receipt {
  /// As one object for programs.
  package var json: JSON {
    let source = entry.source
    return .object([
      ("entry", .integer(entry.number)), ("at", .string(ShanghaiCalendar.text(entry.at))),
      ("actor", .string(entry.actor)), ("file", .optional(source?.fileName)),
      ("sha256", .optional(source?.sha256)), ("sender", .optional(source?.sender)),
      ("year", source.map { .count($0.year) } ?? .null), ("reason", .optional(entry.reason)),
      (
        "counts",
        .object(Outcome.allCases.map { ($0.rawValue, .count(count($0))) })
      ),
      ("rows", .array(rows.map(Self.row))),
      ("decisions", .array(decisions.map(Self.decision))),
    ])
  }

  private static func decision(_ decision: Decision) -> JSON {
    .object([
      ("kind", .string(decision.kind)), ("value", .string(decision.text)),
      ("canonical", .string(decision.meaning)), ("file", .string(decision.file)),
      ("actor", .string(decision.actor)), ("entry", .integer(decision.entry)),
    ])
  }

  private static func row(_ row: Row) -> JSON {
    .object([
      ("sheet", .string(row.sheet)), ("row", .count(row.number)),
      ("outcome", .string(row.outcome.rawValue)),
      ("project", row.project.map { .integer($0) } ?? .null), ("name", .string(row.name)),
      ("values", .count(row.values)),
    ])
  }
}
