import Engine
package import Ledger

/// A value that differs before and after some entries, with the entry that changed it.
package struct Difference: Hashable, Sendable {
  package let key: FieldKey
  package let before: Value?
  package let after: Value?
  /// The last entry that altered it.
  package let entry: Entry
  package let origin: Origin
}

extension LedgerStore {
  /// The differences between two revisions, by project, in the order of keys; values that were changed and changed
  /// back are omitted.
  ///
  /// A new project has its name only: its other values are in the ledger.
  package func differences(
    after first: Int64, through last: Int64
  ) throws -> [ProjectID: [Difference]] {
    try database.read { session in
      var collector = DifferenceCollector(entries: try Self.entries(first, last, session))
      // Which changes do these entries have?
      let rows = try session.stream(
        """
        SELECT \(ChangeTable.columns)
        FROM change
        WHERE id >= (SELECT first_change FROM entry WHERE number = ?)
          AND entry <= ?
        ORDER BY id
        """)
      try rows.bind(.integer(first + 1), .integer(last))
      let sight = try VisibilityReader(session)
      while try rows.step() {
        let row = try ChangeTable.row(rows)
        guard let change = try sight.shown(row.change) else { continue }
        collector.add(ChangeTable.Row(entry: row.entry, change: change))
      }
      return collector.differences
    }
  }

  /// The entries after one revision up to another.
  package func entries(after first: Int64, through last: Int64) throws -> [Entry] {
    try database.read { try Self.entries(first, last, $0) }
  }

  private static func entries(
    _ first: Int64, _ last: Int64, _ session: Session
  ) throws -> [Entry] {
    // Which entries are there?
    try session.rows(
      """
      SELECT \(EntryTable.columns)
      FROM entry
      WHERE number > ? AND number <= ?
      ORDER BY number
      """, .integer(first), .integer(last), read: EntryTable.entry)
  }
}

/// Combines changes into net differences.
struct DifferenceCollector {
  private let entries: [Int64: Entry]
  private var byProject: [ProjectID: [FieldKey: Difference]] = [:]

  init(entries: [Entry]) {
    self.entries = Dictionary(entries.map { ($0.number, $0) }) { first, _ in first }
  }

  mutating func add(_ row: ChangeTable.Row) {
    guard let entry = entries[row.entry] else { return }
    let step = HistoryStep(entry: entry, change: row.change)
    var known = byProject[row.change.project] ?? [:]
    for field in row.change.fields where isTold(field, row.change, known) {
      known[field.key] = Difference(
        key: field.key, before: known[field.key].map(\.before) ?? field.before,
        after: field.after, entry: entry, origin: Origins.origin(of: field, in: step))
    }
    byProject[row.change.project] = known
  }

  /// Whether a change is collected: of a new project only the name; one that was removed before may be restored
  /// completely.
  private func isTold(
    _ field: FieldChange, _ change: Change, _ known: [FieldKey: Difference]
  ) -> Bool {
    if change.kind == .create { return field.key == FieldKey(.name) }
    let isNew = known[FieldKey(.name)].map { $0.before == nil } ?? false
    return !isNew || field.key == FieldKey(.name)
  }

  var differences: [ProjectID: [Difference]] {
    byProject.compactMapValues { known in
      let left = known.values.filter { $0.before != $0.after }
      return left.isEmpty ? nil : left.sorted { $0.key < $1.key }
    }
  }
}
