import Intake
package import Ledger

/// The result of comparing a row with the ledger.
package struct RowOutcome: Sendable {
  package let action: PlannedRow.Action
  private let difference: Difference?

  /// The outcome of a row outside the importer's scope.
  package static let refused = RowOutcome(.rejected)

  init(_ action: PlannedRow.Action, _ difference: Difference? = nil) {
    self.action = action
    self.difference = difference
  }

  /// The differences between a row and the ledger; most rows have none, so they are a separate object.
  final class Difference: Sendable {
    let changes: [FieldChange]
    let conflicts: [PlannedRow.Conflict]
    let stated: [Stated]
    let kept: [FieldKey]
    let agreed: [FieldKey]
    let asides: [PlannedRow.Aside]
    let overruled: [OutrankedStatement]

    init(
      changes: [FieldChange], conflicts: [PlannedRow.Conflict], stated: [Stated],
      kept: [FieldKey], agreed: [FieldKey], asides: [PlannedRow.Aside],
      overruled: [OutrankedStatement]
    ) {
      self.changes = changes
      self.conflicts = conflicts
      self.stated = stated
      self.kept = kept
      self.agreed = agreed
      self.asides = asides
      self.overruled = overruled
    }
  }

  /// Whether the row was compared, and does not just repeat its sender's statement.
  var differs: Bool { difference != nil }
  package var changes: [FieldChange] { difference?.changes ?? [] }
  var conflicts: [PlannedRow.Conflict] { difference?.conflicts ?? [] }
  package var stated: [Stated] { difference?.stated ?? [] }
  var kept: [FieldKey] { difference?.kept ?? [] }
  var agreed: [FieldKey] { difference?.agreed ?? [] }
  var asides: [PlannedRow.Aside] { difference?.asides ?? [] }
  package var overruled: [OutrankedStatement] { difference?.overruled ?? [] }
}

extension ParsedRow {
  /// The finding for a row outside the importer's scope. `field` is the one whose cell it points to: the name or the
  /// package.
  package func refusal(in sheet: String, of field: Field) -> Finding {
    let key = FieldKey(field)
    return Finding(
      .scopeForeign, sheet: sheet, cell: cell(of: key), raw: text(field) ?? "", field: key)
  }
}
