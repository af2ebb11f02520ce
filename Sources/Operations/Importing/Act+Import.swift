import Foundation
import Intake
import Ledger
import Matching

extension Act {
  /// The entry of a plan.
  func entry(_ prepared: PreparedImport) -> EntryDraft {
    let plan = prepared.plan
    let written = plan.rows.indices.filter { plan.rows[$0].leavesChange }
    let source = Source(
      fileName: prepared.file.name, sha256: prepared.file.sha256, sender: plan.sender,
      year: plan.list.year, asOfMonth: plan.list.asOfMonth,
      tables: plan.list.tables.map(\.layout.source),
      outcomes: RowOutcomes(plan.rows.compactMap { $0.left }))
    return entry(
      .import, DraftChanges(written.count) { plan.rows[written[$0]].draft },
      items: prepared.learned.map { [$0] } ?? [], because: prepared.reason, from: source,
      unchanged: plan.count(.unchanged), notes: EntryNotes(prepared))
  }
}

extension PlannedRow {
  /// Whether the row records a change or a statement.
  fileprivate var leavesChange: Bool {
    switch action {
    case .new: true
    case .changed, .unchanged: !changes.isEmpty || !stated.isEmpty
    case .review, .rejected: false
    }
  }

  /// The outcome of a row that records no change.
  fileprivate var left: RowOutcomes.Row? {
    switch action {
    case .new: return nil
    case .changed, .unchanged:
      guard let project = match.project, !leavesChange else { return nil }
      return RowOutcomes.Row(source: source, outcome: .unchanged(project))
    case .review: return RowOutcomes.Row(source: source, outcome: .review)
    case .rejected: return RowOutcomes.Row(source: source, outcome: .rejected)
    }
  }

  /// The row as a change of the ledger.
  fileprivate var draft: DraftChange {
    guard action != .new else {
      return DraftChange(creating: source) { [row] take in
        try row.forEachByKey { try take($0.key, $0.value, $0.raw) }
      }
    }
    return DraftChange(
      project: match.project, kind: .update, fields: changes, stated: stated, row: source)
  }
}

extension TableLayout {
  /// The column of each value and the recipe's constants, as the entry stores them.
  var source: SourceTable {
    var keys: [FieldKey: Int] = [:]
    for column in mapped {
      switch column.meaning {
      case .period:
        keys[FieldKey(.startPlanned)] = keys[FieldKey(.startPlanned)] ?? column.index
        keys[FieldKey(.finishPlanned)] = keys[FieldKey(.finishPlanned)] ?? column.index
      case .contactAndPhone:
        keys[FieldKey(.contact)] = column.index
        keys[FieldKey(.phone)] = column.index
      case .nameAndCode:
        keys[FieldKey(.name)] = column.index
        keys[FieldKey(.code)] = column.index
      case .nameAndContent:
        keys[FieldKey(.name)] = column.index
        keys[FieldKey(.content)] = column.index
      case .field(.district), .field(.zone):
        for field in [Field.district, .zone] where keys[FieldKey(field)] == nil {
          keys[FieldKey(field)] = column.index
        }
        if let key = column.meaning.key { keys[key] = column.index }
      case .field(.stage):
        keys[FieldKey(.stage)] = column.index
        if keys[FieldKey(.condition)] == nil { keys[FieldKey(.condition)] = column.index }
      default: if let key = column.meaning.key { keys[key] = column.index }
      }
    }
    return SourceTable(
      sheet: sheet, columns: keys,
      constants: Dictionary(constants.map { ($0.key, $0.text) }) { first, _ in first })
  }
}
