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

  package init(
    records: [ProjectID: Record], bases: [ProjectID: Record], known: [ProjectID: KnownProject]
  ) {
    self.records = records
    self.bases = bases
    self.known = known
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
    for value in row.valuesByKey {
      let key = value.key
      let before = record[key]
      let said = base[key]
      if let said, said.saysSame(as: value.value) { continue }
      if let before, before.saysSame(as: value.value) || key.field == .registers {
        stated.append(Record.Entry(key: key, value: value.value))
        continue
      }
      if let said, before.map({ !$0.saysSame(as: said) }) ?? true {
        conflicts.append(
          PlannedRow.Conflict(key: key, base: said, ledger: before, list: value.value))
        stated.append(Record.Entry(key: key, value: value.value))
        continue
      }
      changes.append(
        FieldChange(key: key, before: before, after: value.value, raw: value.raw))
    }
    return planned(
      row, table, match, changes.isEmpty && conflicts.isEmpty ? .unchanged : .changed,
      known: known[id], changes: changes, conflicts: conflicts, stated: stated)
  }

  private func planned(
    _ row: ParsedRow, _ table: Int, _ match: Matcher.Match, _ action: PlannedRow.Action,
    known: KnownProject? = nil, changes: [FieldChange] = [],
    conflicts: [PlannedRow.Conflict] = [], stated: [Record.Entry] = []
  ) -> PlannedRow {
    PlannedRow(
      table: table, row: row, match: match, action: action, known: known, changes: changes,
      conflicts: conflicts, stated: stated)
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
