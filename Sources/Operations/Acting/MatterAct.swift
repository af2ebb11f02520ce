package import Ledger

/// What a person says of a milestone or problem of a project; what is nil stays as it is.
package struct MatterAct: Sendable {
  /// When it is to be done.
  package var due: PartialDate?
  /// When a milestone was done.
  package var done: PartialDate?
  /// Whether a problem is closed on the day of the act.
  package var isClosed = false
  /// The unit that a problem is handed over to, as people write it.
  package var unit: String?
  /// Who answers for it.
  package var person: String?
  /// Whether it is taken away: it was entered by mistake, or is dropped.
  package var isRemoved = false
  /// The day the act happened, as precise as known; nil is today.
  package var date: PartialDate?
  /// The document it rests on.
  package var document: String?
  package var reason: String?
  /// The project's own that a person looked at; nil where nobody did.
  package var revision: Int64?

  package init() {}

  /// Whether it only makes sense of something that is there: then its words may be shortened.
  func needsKnown(_ field: Field) -> Bool {
    isRemoved || isClosed || done != nil && due == nil
      || field == .problemLog && unit != nil
  }
}

/// What an act made of a milestone or problem.
package struct MatterOutcome: Sendable {
  package let edit: EditOutcome
  package let name: String
  package let field: Field
  /// Nil when it was taken away.
  package let matter: Matter?
  package let catalogue: Catalogue
}
