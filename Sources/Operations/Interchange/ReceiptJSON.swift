package import Ledger
import Wording

extension Receipt {
  /// The receipt as a JSON object.
  package var json: JSON { json(rows: rows) }

  /// The same with one page of its rows.
  package func json(_ part: ListPart) -> (json: JSON, next: Int64?) {
    let (shown, next) = part.of(rows)
    return (json(rows: Array(shown)), next)
  }

  private func json(rows: [Row]) -> JSON {
    let source = entry.source
    return .object([
      ("entry", .integer(entry.number)), ("at", .time(entry.at)),
      ("actor", .string(entry.actor)), ("file", .optional(source?.fileName)),
      ("sha256", .optional(source?.sha256)), ("sender", .optional(source?.sender)),
      ("year", source.map { .count($0.year) } ?? .null), ("reason", .optional(entry.reason)),
      (
        "counts",
        .object(Outcome.allCases.map { ($0.rawValue, .count(count($0))) })
      ),
      ("rows", .array(rows.map(row))),
      ("decisions", .array(decisions.map(Self.decision))),
      ("issues", .array(notes.all(Finding.self).map { $0.json(catalogue) })),
      ("ask_values", .array(notes.all(UnresolvedTerm.self).map(Self.word))),
      ("unread_columns", .array(notes.all(UnreadColumn.self).map(Self.column))),
      ("ignored_rows", .array(notes.all(UnreadRows.self).map(Self.rows))),
      ("older_than", .optional(olderThan?.text)),
      ("conflicts", .array(notes.all(OpenConflict.self).filter(\.senders.isEmpty).map(conflict))),
      (
        "differences",
        .array(notes.all(OpenConflict.self).filter { !$0.senders.isEmpty }.map(conflict))
      ), ("asides", .array(notes.all(Aside.self).map(aside))),
      ("layout_differences", .strings(layoutDifferences)),
      (
        "not_in_file",
        .array(
          notes.all(MissingProject.self).map {
            .object([("project", .integer($0.project)), ("name", .string($0.name))])
          })
      ),
    ])
  }

  private static func decision(_ decision: Decision) -> JSON {
    .object([
      ("kind", .string(decision.kind)), ("value", .string(decision.text)),
      ("canonical", .string(decision.meaning)), ("file", .string(decision.file)),
      ("actor", .string(decision.actor)), ("entry", .integer(decision.entry)),
    ])
  }

  private func row(_ row: Row) -> JSON {
    .object([
      ("sheet", .string(row.sheet)), ("row", .count(row.number)),
      ("outcome", .string(row.outcome.rawValue)),
      ("project", row.project.map { .integer($0) } ?? .null), ("name", .string(row.name)),
      ("values", .count(row.values)), ("reason", .optional(reason(of: row))),
      ("fields", .object(row.fields.map { ($0.key.text, pair($0)) })),
    ])
  }

  private func pair(_ change: FieldChange) -> JSON {
    .array([value(change.before, change.key), value(change.after, change.key)])
  }

  private func value(_ value: Value?, _ key: FieldKey) -> JSON {
    value.map { ProjectJSON.value($0, field: key.field, catalogue) } ?? .null
  }

  private func conflict(_ conflict: OpenConflict) -> JSON {
    let members: [(String, JSON)] = [
      ("row", .count(conflict.source.number)), ("project", .integer(conflict.project)),
      ("field", .string(conflict.key.text)), ("base", value(conflict.base, conflict.key)),
      ("ledger", value(conflict.ledger, conflict.key)),
      ("list", value(conflict.list, conflict.key)),
    ]
    let senders = conflict.senders
    return .object(members + (senders.isEmpty ? [] : [("senders", .strings(senders))]))
  }

  private func aside(_ aside: Aside) -> JSON {
    .object([
      ("row", .count(aside.source.number)), ("project", .integer(aside.project)),
      ("field", .string(aside.key.text)), ("reason", .string(aside.reason.rawValue)),
      ("list", value(aside.list, aside.key)), ("ledger", value(aside.ledger, aside.key)),
      ("senders", .strings(aside.senders)), ("month", .optional(aside.month?.text)),
    ])
  }

  private static func word(_ word: UnresolvedTerm) -> JSON {
    .object([
      ("kind", .string(word.subject.rawValue)), ("value", .string(word.text)),
      ("fields", .strings(word.fields.map(\.id))), ("cells", .strings(word.cells)),
      ("nearest", .strings(word.nearest)),
    ])
  }

  private static func column(_ column: UnreadColumn) -> JSON {
    .object([
      ("sheet", .string(column.sheet)), ("column", .string(column.letters)),
      ("header", .strings(column.header)), ("unknown", .bool(column.isAsked)),
      ("samples", .strings(column.samples)), ("nearest", .strings(column.nearest.map(\.id))),
    ])
  }

  private static func rows(_ rows: UnreadRows) -> JSON {
    .object([
      ("sheet", .string(rows.sheet)), ("kind", .string(rows.what)),
      ("rows", .string(rows.rowsText)),
    ])
  }
}

extension Finding {
  /// The finding as a JSON object.
  func json(_ catalogue: Catalogue) -> JSON {
    .object([
      ("severity", .string(severity.rawValue)), ("code", .string(code.rawValue)),
      ("sheet", .string(sheet)), ("cell", .string(cell)), ("raw", .string(raw)),
      ("message", .string(sentence(catalogue))), ("suggestion", .string(suggestion(catalogue))),
    ])
  }
}
