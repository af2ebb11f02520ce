import Intake
import Ledger
import Matching
import Wording

/// An import's plan as JSON: the layout as read, each row with its action, every finding.
struct PlanJSON {
  let plan: ImportPlan
  let fileName: String
  let fingerprint: String
  let catalogue: Catalogue
  let alterations: [ProjectID: [FieldKey: Entry]]

  /// The whole plan as one object, for one line.
  var json: JSON {
    let list = plan.list
    var members: [(String, JSON)] = [
      ("file", .string(fileName)), ("as_of_year", .count(list.year)),
    ]
    if list.dependsOnMonth, let month = list.asOfMonth {
      members.append(("as_of_month", .count(month)))
    }
    members += [
      ("sheets", .array(sheets)), ("issues", .array(list.findings.map { $0.json(catalogue) })),
      ("totals_check", .array(list.tables.flatMap(\.totals).map(totalCheck))),
      ("sender", .string(plan.sender)),
      (
        "sender_proposed",
        .optional(plan.sender.isEmpty ? Speaker.unnamed(plan.voice.speaker) : nil)
      ),
      ("older_than", .optional(plan.voice.olderThan?.text)), ("revision", .integer(plan.revision)),
      ("plan", .string(fingerprint)), ("new", .array(newRows)),
      ("changed", .array(changedRows)), ("unchanged", .count(plan.count(.unchanged))),
      ("not_in_file", .strings(plan.notInFile.map(\.name))),
      ("possible_duplicates", .array(possibleDuplicates)),
      ("conflicts", .array(conflicts)), ("differences", .array(differences)),
      ("outdated", .array(sides(\.outdated))), ("asides", .array(asides)),
      ("kept", .array(sides(\.kept))), ("agreed", .array(sides(\.agreed))),
      ("ask_values", .array(list.asks.map(ask))),
      ("unusual_stages", .array(plan.unusualStages(catalogue).map(unusualStage))),
    ]
    return .object(members)
  }

  /// The plan with one page of its rows; findings and questions are on the first page only.
  func page(_ shown: [PlannedRow], isFirst: Bool, next: Int64?) -> JSON {
    let list = plan.list
    return .object([
      ("file", .string(fileName)), ("as_of_year", .count(list.year)),
      ("as_of_month", list.asOfMonth.map { .count($0) } ?? .null),
      ("sender", .string(plan.sender)),
      (
        "sender_proposed",
        .optional(plan.sender.isEmpty ? Speaker.unnamed(plan.voice.speaker) : nil)
      ),
      ("older_than", .optional(plan.voice.olderThan?.text)), ("revision", .integer(plan.revision)),
      ("plan", .string(fingerprint)),
      (
        "counts",
        .object(PlannedRow.Action.allCases.map { ($0.rawValue, .count(plan.count($0))) })
      ),
      ("rows", .array(shown.map(row))), ("next", .optional(next.map { String($0) })),
      ("issues", .array(isFirst ? list.findings.map { $0.json(catalogue) } : [])),
      ("ask_values", .array(isFirst ? list.asks.map(ask) : [])),
      (
        "unknown_columns",
        .array(isFirst ? list.tables.flatMap(\.unknownColumns).map(unknownColumn) : [])
      ),
      ("not_in_file", .strings(isFirst ? plan.notInFile.map(\.name) : [])),
      ("totals_check", .array(isFirst ? list.tables.flatMap(\.totals).map(totalCheck) : [])),
    ])
  }

  /// A row with its planned action.
  private func row(_ planned: PlannedRow) -> JSON {
    let values = planned.row.values.map { (key: $0.key, value: $0.value) }
    let entries = planned.known.flatMap { alterations[$0.id] } ?? [:]
    return .object([
      ("sheet", .string(plan.list.tables[planned.table].layout.sheet)),
      ("row", .count(planned.row.number)), ("outcome", .string(planned.action.rawValue)),
      ("project", planned.known.map { .integer($0.id) } ?? .null),
      ("name", .optional(planned.known?.name ?? planned.row.text(.name))),
      ("reason", .optional(planned.action == .review ? planned.reviewWords : nil)),
      ("fields", .object(ProjectJSON.members(of: values, catalogue))),
      ("changes", .object(Self.told(planned.changes).map { ($0.key.text, pair($0)) })),
      (
        "conflicts",
        .array(
          planned.conflicts.map { conflict in
            .object([
              ("field", .string(conflict.key.text)),
              ("base", optional(conflict.base, conflict.key)),
              ("ledger", optional(conflict.ledger, conflict.key)),
              ("list", optional(conflict.list, conflict.key)),
              ("senders", .strings(conflict.senders)),
              ("entry", .optional(entries[conflict.key]?.number)),
              ("resolution", .optional(conflict.settlement.map { resolution($0, conflict.key) })),
            ])
          })
      ), ("kept", .strings(planned.kept.map(\.text))),
    ])
  }

  private func unusualStage(_ step: UnusualStage) -> JSON {
    .object([
      ("row", .count(step.row)), ("project", .integer(step.project.id)),
      ("name", .string(step.project.name)), ("from", .optional(step.step.from?.name)),
      ("to", .string(step.step.to.name)),
    ])
  }

  // MARK: Sheets

  private var sheets: [JSON] {
    var rows = plan.rows[...]
    var tableIndex = 0
    return plan.list.sheets.flatMap { sheet -> [JSON] in
      if sheet.tables.isEmpty { return [withoutTable(sheet)] }
      return sheet.tables.map { table in
        let own = rows.prefix { $0.table == tableIndex }
        rows = rows.dropFirst(own.count)
        tableIndex += 1
        return self.table(table, own, isVisible: sheet.isVisible)
      }
    }
  }

  private func withoutTable(_ sheet: ListSheet) -> JSON {
    .object([
      ("name", .string(sheet.name)), ("visible", .bool(sheet.isVisible)),
      ("header_rows", .array([])), ("columns", .object([])), ("unmapped_columns", .array([])),
      ("ignored_rows", .object([])), ("projects", .array([])),
    ])
  }

  private func table(
    _ table: ParsedTable, _ rows: Slice<PlannedRows>, isVisible: Bool
  ) -> JSON {
    let layout = table.layout
    let ignored = layout.rowKinds.all.filter { $0.kind != .project && $0.kind != .form }
    let form: [(String, JSON)] = layout.form == nil ? [] : [("form", .bool(true))]
    let constants: [(String, JSON)] =
      layout.constants.isEmpty
      ? []
      : [
        (
          "constants",
          .object(layout.constants.map { ($0.key.text, .string($0.text)) })
        )
      ]
    return .object(
      [
        ("name", .string(layout.sheet)), ("visible", .bool(isVisible)),
      ] + form + constants + [
        ("header_rows", .array(layout.headerRows.map { .count($0) })),
        (
          "columns",
          .object(
            layout.mapped.map { ($0.letters, .string($0.meaning.text(catalogue))) })
        ),
        (
          "unmapped_columns",
          .strings(
            layout.form?.unmapped
              ?? layout.columns.filter { $0.meaning == .unmapped }.map(\.letters))
        ),
        ("ignored_rows", .object(ignored.map { (String($0.row), .string($0.kind.rawValue)) })),
        ("projects", .array(rows.map(project))),
        ("unknown_columns", .array(table.unknownColumns.map(unknownColumn))),
        ("layout_differences", .strings(table.differences.map { $0.words(catalogue) })),
      ])
  }

  private func unknownColumn(_ column: UnknownColumn) -> JSON {
    .object([
      ("column", .string(column.letters)), ("header", .strings(column.header)),
      ("samples", .strings(column.samples)), ("nearest", .strings(column.nearest.map(\.id))),
    ])
  }

  private func project(_ planned: PlannedRow) -> JSON {
    let values = planned.row.values.map { (key: $0.key, value: $0.value) }
    return .object([
      ("row", .count(planned.row.number)),
      ("fields", .object(ProjectJSON.members(of: values, catalogue))),
      ("action", .string(planned.action.rawValue)),
      ("project", planned.known.map { .integer($0.id) } ?? .null),
    ])
  }

  private func totalCheck(_ check: TotalCheck) -> JSON {
    .object([
      ("sheet", .string(check.sheet)), ("row", .count(check.row)),
      ("field", .string(check.key?.text ?? "count")), ("stated", .string(check.stated)),
      ("computed", .string(check.computed)), ("ties", .bool(check.ties)),
    ])
  }

  // MARK: Rows by action

  private var newRows: [JSON] {
    plan.rows.filter(\.isUnknownToLedger).map { planned in
      .object([
        ("row", .count(planned.row.number)), ("name", .optional(planned.row.text(.name))),
      ])
    }
  }

  private var changedRows: [JSON] {
    plan.rows(.changed).map { planned in
      let basis: String =
        if case .project(_, let basis) = planned.match { basis.rawValue } else { "" }
      return .object([
        ("match", .optional(planned.known?.name)), ("by", .string(basis)),
        ("row", .count(planned.row.number)),
        ("fields", .object(Self.told(planned.changes).map { ($0.key.text, pair($0)) })),
      ])
    }
  }

  /// The changes of a row, without the old name being added to the other names of a renamed project.
  private static func told(_ changes: [FieldChange]) -> [FieldChange] {
    let renames = changes.contains { $0.key == FieldKey(.name) }
    return renames ? changes.filter { $0.key != FieldKey(.otherNames) } : changes
  }

  private func pair(_ change: FieldChange) -> JSON {
    .array([
      optional(change.before, change.key), optional(change.after, change.key),
    ])
  }

  private func optional(_ value: Value?, _ key: FieldKey) -> JSON {
    value.map { ProjectJSON.value($0, field: key.field, catalogue) } ?? .null
  }

  private var possibleDuplicates: [JSON] {
    plan.rows.compactMap { planned in
      guard case .possibly(let id, _) = planned.match else { return nil }
      return .object([
        ("row", .count(planned.row.number)), ("name", .optional(planned.row.text(.name))),
        ("project", .integer(id)), ("ledger", .optional(planned.known?.name)),
      ])
    }
  }

  private func ask(_ ask: ValueAsk) -> JSON {
    .object([
      ("kind", .string(ask.subject.rawValue)), ("value", .string(ask.text)),
      ("fields", .strings(ask.fields.map(\.id))), ("rows", .count(ask.places.count)),
      ("cells", .strings(ask.places.map(\.cell))), ("nearest", .strings(ask.nearest)),
    ])
  }

  /// `list`, `hand`, or the value chosen instead of both.
  private func resolution(_ choice: Settlement.Choice, _ key: FieldKey) -> String {
    switch choice {
    case .list: "list"
    case .hand: "hand"
    case .other(let value): ProjectJSON.value(value, field: key.field, catalogue).text
    }
  }

  private func sides(_ keys: KeyPath<PlannedRow, [FieldKey]>) -> [JSON] {
    plan.differing.flatMap { planned in
      planned[keyPath: keys].map { key in
        .object([
          ("row", .count(planned.row.number)), ("name", .optional(planned.known?.name)),
          ("field", .string(key.text)), ("list", optional(planned.row[key], key)),
        ])
      }
    }
  }

  private var asides: [JSON] {
    plan.differing.flatMap { planned in
      planned.asides.map { aside in
        .object([
          ("row", .count(planned.row.number)), ("name", .optional(planned.known?.name)),
          ("field", .string(aside.key.text)), ("reason", .string(aside.reason.rawValue)),
          ("list", optional(aside.list, aside.key)),
          ("ledger", optional(aside.ledger, aside.key)), ("senders", .strings(aside.senders)),
          ("month", .optional(aside.month?.text)),
        ])
      }
    }
  }

  private var conflicts: [JSON] {
    plan.differing.flatMap { planned in
      planned.conflicts.filter { !$0.isDifference }.map { conflict in
        let entry = planned.known.flatMap { alterations[$0.id]?[conflict.key] }
        return .object([
          ("row", .count(planned.row.number)), ("name", .optional(planned.known?.name)),
          ("field", .string(conflict.key.text)), ("base", optional(conflict.base, conflict.key)),
          ("ledger", optional(conflict.ledger, conflict.key)),
          ("list", optional(conflict.list, conflict.key)),
          ("entry", entry.map { .integer($0.number) } ?? .null),
          ("actor", .optional(entry?.actor)),
          ("at", entry.map { .time($0.at) } ?? .null),
          ("resolution", .optional(conflict.settlement.map { resolution($0, conflict.key) })),
        ])
      }
    }
  }

  /// Statements of senders outranked by those that support the ledger's value.
  private var differences: [JSON] {
    plan.differing.flatMap { planned in
      planned.conflicts.compactMap { conflict in
        guard case .senders(let senders) = conflict.against else { return nil }
        return .object([
          ("row", .count(planned.row.number)), ("name", .optional(planned.known?.name)),
          ("field", .string(conflict.key.text)),
          ("ledger", optional(conflict.ledger, conflict.key)),
          ("senders", .strings(senders)), ("list", optional(conflict.list, conflict.key)),
          ("resolution", .optional(conflict.settlement.map { resolution($0, conflict.key) })),
        ])
      }
    }
  }
}

extension PlannedRow {
  /// Whether no project of the ledger matched it, possible duplicates included.
  var isUnknownToLedger: Bool {
    switch match {
    case .new, .possibly: true
    default: false
    }
  }
}
