package import Intake
package import Ledger

/// What an import would do with one row.
package struct PlannedRow: Sendable {
  package enum Action: String, Hashable, Sendable, CaseIterable {
    case new
    case changed
    case unchanged
    /// A person decides; nothing is written.
    case review
    /// Cannot be imported: the row has no name, or its project is outside the importer's scope.
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
  /// Its position in the list.
  package var source: SourceRow { SourceRow(table: table, number: rows.number(position)) }
  package var match: Matcher.Match { rows.match(position) }
  package var action: Action { outcome.action }
  /// The ledger's project, if the row is about one.
  package var known: KnownProject? { rows.known(position) }

  /// Changes of an existing project; a new one takes all values of its row.
  package var changes: [FieldChange] { outcome.changes }
  /// Keys where the list and the ledger both changed since the sender's last statement, or senders differ.
  package var conflicts: [Conflict] { outcome.conflicts }
  /// Statements of the sender that change no value of the ledger.
  package var stated: [Stated] { outcome.stated }
  /// Keys where the sender repeats its statement, and the ledger's different value is kept.
  package var kept: [FieldKey] { outcome.kept }
  /// Keys whose new statement equals the ledger's value.
  package var agreed: [FieldKey] { outcome.agreed }
  /// Values that go another way than their cells have it, without a question.
  package var asides: [Aside] { outcome.asides }
  /// Keys that a sender of the same rank speaks of for a later month: its value stays.
  package var outdated: [FieldKey] { asides.filter { $0.reason == .outdated }.map(\.key) }
  /// What others say, whose words count less, against values that the row writes.
  package var overruled: [OutrankedStatement] { outcome.overruled }

  private var outcome: RowOutcome { rows.outcome(position) }

  /// A value that goes another way than its cell has it, or takes another's place.
  package struct Aside: Hashable, Sendable {
    package let key: FieldKey
    package let reason: Ledger.Aside.Reason
    /// Nil for a blank cell.
    package let list: Value?
    package let ledger: Value?
    package let senders: [String]
    package let month: Period?
  }

  /// What the list says against a value that stays until a person decides.
  package struct Conflict: Hashable, Sendable {
    /// Who supports the ledger's value.
    package enum Side: Hashable, Sendable {
      /// A person changed what the sender had stated, or left blank: both sides changed.
      case person
      /// Senders of higher rank.
      case senders([String])
    }

    package let key: FieldKey
    package let base: Value?
    package let ledger: Value?
    /// Nil for a cell that would clear the value.
    package let list: Value?
    package let against: Side
    /// How a person settled it; nil while it is open and the ledger's value is kept.
    package var settlement: Settlement.Choice?

    /// Whether it is a difference between senders, not a conflict with a person.
    package var isDifference: Bool { against != .person }

    /// The senders that support the ledger's value; empty if a person does.
    package var senders: [String] {
      if case .senders(let senders) = against { senders } else { [] }
    }
  }
}
