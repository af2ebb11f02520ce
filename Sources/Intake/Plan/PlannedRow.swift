package import Ledger

/// What an import would do with one row.
package struct PlannedRow: Sendable {
  package enum Action: String, Hashable, Sendable, CaseIterable {
    case new
    case changed
    case unchanged
    /// A person decides; nothing is written.
    case review
    /// Cannot be imported: the row has no name.
    case rejected
  }

  private let rows: PlannedRows
  private let position: Int

  init(_ rows: PlannedRows, at position: Int) {
    self.rows = rows
    self.position = position
  }

  /// Index of the row's table in the list.
  package var table: Int { rows.table(of: position) }
  package var row: ParsedRow { rows.row(position) }
  /// Where it stands in the list.
  package var source: SourceRow { SourceRow(table: table, number: rows.number(position)) }
  package var match: Matcher.Match { rows.match(position) }
  package var action: Action { outcome.action }
  /// The ledger's project, when the row is about one.
  package var known: KnownProject? { rows.known(position) }

  /// Of a project that is there; a new one takes all values of its row.
  package var changes: [FieldChange] { outcome.changes }
  /// Keys where the list and the ledger both moved away from what the sender said last.
  package var conflicts: [Conflict] { outcome.conflicts }
  /// What the sender states that becomes no value of the ledger.
  package var stated: [Record.Entry] { outcome.stated }
  /// Keys where the sender repeats what it said, and the ledger's other value stays.
  package var kept: [FieldKey] { outcome.kept }
  /// Keys where the list now says what the ledger held already.
  package var agreed: [FieldKey] { outcome.agreed }

  private var outcome: RowOutcome { rows.outcome(position) }

  /// A change on both sides: the ledger's value stays.
  package struct Conflict: Hashable, Sendable {
    package let key: FieldKey
    package let base: Value?
    package let ledger: Value?
    /// Nil for a blank cell that was to clear the value.
    package let list: Value?
    /// How a person settled it; nil while it is open, and the ledger's value stays.
    package let settlement: Settlement.Choice?
  }
}
