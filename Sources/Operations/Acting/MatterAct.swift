package import Ledger

/// What a person changes in a milestone or problem of a project; nil members stay as they are.
package struct MatterAct: Sendable {
  /// When it is due.
  package var due: PartialDate?
  /// When a milestone was done.
  package var done: PartialDate?
  /// Whether a problem is closed on the day of the act.
  package var isClosed = false
  /// The name of the unit that a problem is handed over to.
  package var unit: String?
  /// The person responsible.
  package var person: String?
  /// Whether it is removed: entered by mistake, or dropped.
  package var isRemoved = false
  /// The day of the act, as precise as known; nil is today.
  package var date: PartialDate?
  /// The document that is its evidence.
  package var document: String?
  package var reason: String?
  /// The project's revision that the person looked at; nil to skip the check.
  package var revision: Int64?

  package init() {}

  /// Whether it applies only to an existing one, whose name may then be shortened.
  func needsKnown(_ field: Field) -> Bool {
    isRemoved || isClosed || done != nil && due == nil
      || field == .problemLog && unit != nil
  }
}

/// The result of an act on a milestone or problem.
package struct MatterOutcome: Sendable {
  package let edit: EditOutcome
  package let name: String
  package let field: Field
  /// Nil if it was removed.
  package let matter: Matter?
  package let catalogue: Catalogue
}
