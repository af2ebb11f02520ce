package import Ledger

/// What an import would do, row by row: the preview and the commit are this one value.
package struct ImportPlan: Sendable {
  package let list: ProjectList
  /// The ledger's revision it was made against.
  package let revision: Int64
  package let sender: String
  /// In the order of the file.
  package let rows: [PlannedRow]
  /// Projects this sender listed before that no row is about: reported, never removed.
  package let notInFile: [KnownProject]

  package init(
    list: ProjectList, revision: Int64, sender: String, rows: [PlannedRow],
    notInFile: [KnownProject]
  ) {
    self.list = list
    self.revision = revision
    self.sender = sender
    self.rows = rows
    self.notInFile = notInFile
  }

  /// The rows that have an action. Those that have another are not copied to be asked.
  package func rows(_ action: PlannedRow.Action) -> [PlannedRow] {
    rows.indices.lazy.filter { rows[$0].action == action }.map { rows[$0] }
  }

  /// How many rows have an action.
  package func count(_ action: PlannedRow.Action) -> Int {
    rows.indices.reduce(0) { $0 + (rows[$1].action == action ? 1 : 0) }
  }

  /// Whether a commit would alter anything in the ledger.
  package var altersLedger: Bool {
    rows.indices.contains { rows[$0].action == .new || !rows[$0].changes.isEmpty }
  }
}

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

  /// Index of the row's table in the list.
  package let table: Int
  package let row: ParsedRow
  package let match: Matcher.Match
  package let action: Action
  /// The ledger's project, when the row is about one.
  package let known: KnownProject?
  private let difference: Difference?

  init(
    table: Int, row: ParsedRow, match: Matcher.Match, action: Action, known: KnownProject? = nil,
    _ difference: Difference? = nil
  ) {
    self.table = table
    self.row = row
    self.match = match
    self.action = action
    self.known = known
    self.difference = difference
  }

  /// Where a row and the ledger differ: of most rows there is nothing, so that it stands apart.
  final class Difference: Sendable {
    let changes: [FieldChange]
    let conflicts: [Conflict]
    let stated: [Record.Entry]
    let kept: [FieldKey]
    let agreed: [FieldKey]

    init(
      changes: [FieldChange], conflicts: [Conflict], stated: [Record.Entry], kept: [FieldKey],
      agreed: [FieldKey]
    ) {
      self.changes = changes
      self.conflicts = conflicts
      self.stated = stated
      self.kept = kept
      self.agreed = agreed
    }
  }

  /// Of a project that is there; a new one takes all values of its row.
  package var changes: [FieldChange] { difference?.changes ?? [] }
  /// Keys where the list and the ledger both moved away from what the sender said last.
  package var conflicts: [Conflict] { difference?.conflicts ?? [] }
  /// What the sender states that becomes no value of the ledger.
  package var stated: [Record.Entry] { difference?.stated ?? [] }
  /// Keys where the sender repeats what it said, and the ledger's other value stays.
  package var kept: [FieldKey] { difference?.kept ?? [] }
  /// Keys where the list now says what the ledger held already.
  package var agreed: [FieldKey] { difference?.agreed ?? [] }

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
