package import Ledger

/// Compares rows with the ledger, field by field, against what the sender said last.
///
/// Same as last time: no change, whatever the ledger holds by now. Changed in the list only: the
/// ledger follows. Changed on both sides to different values: a conflict; the ledger's stays.
package struct Planner: Sendable {
  /// The matched projects' values.
  package let records: [ProjectID: Record]
  /// What this sender said last of the matched projects.
  package let bases: [ProjectID: Record]
  package let known: [ProjectID: KnownProject]
  /// How a person settled the conflict about a value; nil when nobody did.
  private let settle: Settling

  package typealias Settling =
    @Sendable (_ project: ProjectID, _ key: FieldKey, _ base: Value, _ list: Value)
    -> Settlement.Choice?

  package init(
    records: [ProjectID: Record], bases: [ProjectID: Record], known: [ProjectID: KnownProject],
    settle: @escaping Settling = { _, _, _, _ in nil }
  ) {
    self.records = records
    self.bases = bases
    self.known = known
    self.settle = settle
  }

  /// Plans one row.
  package func plan(_ row: ParsedRow, table: Int, match: Matcher.Match) -> PlannedRow {
    switch match {
    case .nameless: return planned(row, table, match, .rejected)
    case .several, .repeated: return planned(row, table, match, .review)
    case .possibly(let id, _): return planned(row, table, match, .review, known: known[id])
    case .new: return planned(row, table, match, .new)
    case .project(let id, _): return compare(row, table, match, id)
    }
  }

  /// A row that repeats what its sender said last.
  package func unchanged(
    _ row: ParsedRow, table: Int, match: Matcher.Match
  ) -> PlannedRow {
    guard case .project(let id, _) = match else { return plan(row, table: table, match: match) }
    return planned(row, table, match, .unchanged, known: known[id])
  }

  private func compare(
    _ row: ParsedRow, _ table: Int, _ match: Matcher.Match, _ id: ProjectID
  ) -> PlannedRow {
    let record = records[id] ?? Record()
    let base = bases[id] ?? Record()
    var changes: [FieldChange] = []
    var conflicts: [PlannedRow.Conflict] = []
    var stated: [Record.Entry] = []
    var kept: [FieldKey] = []
    var agreed: [FieldKey] = []
    for value in row.valuesByKey {
      let key = value.key
      let before = record[key]
      let said = base[key]
      if let said, said.saysSame(as: value.value) {
        if before.map({ !$0.saysSame(as: said) }) ?? true { kept.append(key) }
        continue
      }
      if let before, before.saysSame(as: value.value) || key.field == .registers {
        stated.append(Record.Entry(key: key, value: value.value))
        if said != nil { agreed.append(key) }
        continue
      }
      if let said, before.map({ !$0.saysSame(as: said) }) ?? true {
        let choice = settle(id, key, said, value.value)
        conflicts.append(
          PlannedRow.Conflict(
            key: key, base: said, ledger: before, list: value.value, settlement: choice))
        if choice != .list { stated.append(Record.Entry(key: key, value: value.value)) }
        if let after = choice?.value(list: value.value), after != before {
          let raw = choice == .list ? value.raw : nil
          changes.append(FieldChange(key: key, before: before, after: after, raw: raw))
        }
        continue
      }
      changes.append(
        FieldChange(key: key, before: before, after: value.value, raw: value.raw))
    }
    return planned(
      row, table, match, changes.isEmpty && conflicts.isEmpty ? .unchanged : .changed,
      known: known[id], changes: changes, conflicts: conflicts, stated: stated, kept: kept,
      agreed: agreed)
  }

  private func planned(
    _ row: ParsedRow, _ table: Int, _ match: Matcher.Match, _ action: PlannedRow.Action,
    known: KnownProject? = nil, changes: [FieldChange] = [],
    conflicts: [PlannedRow.Conflict] = [], stated: [Record.Entry] = [],
    kept: [FieldKey] = [], agreed: [FieldKey] = []
  ) -> PlannedRow {
    PlannedRow(
      table: table, row: row, match: match, action: action, known: known, changes: changes,
      conflicts: conflicts, stated: stated, kept: kept, agreed: agreed)
  }
}

extension Settlement.Choice {
  /// The value that is to stand; nil where the ledger's does.
  fileprivate func value(list: Value) -> Value? {
    switch self {
    case .list: list
    case .hand: nil
    case .other(let value): value
    }
  }
}

extension Value {
  /// Whether two values say the same: texts but for white space, lists but for order.
  package func saysSame(as other: Value) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.text(let one), .text(let two)):
      return one.filter { !$0.isWhitespace } == two.filter { !$0.isWhitespace }
    default: return false
    }
  }
}
