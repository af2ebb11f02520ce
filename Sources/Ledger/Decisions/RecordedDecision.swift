/// A decision as the ledger keeps it.
package struct RecordedDecision: Sendable {
  /// Its number, by which a person names it.
  package let number: Int
  package let content: Content
  /// The act that made it what it is: who, when, why.
  package let entry: Entry
  package let isRevoked: Bool

  /// What was decided: what a word means, or which side of a conflict counts.
  package enum Content: Sendable {
    case word(Decision)
    case conflict(Settlement)
  }

  package init(number: Int, content: Content, entry: Entry, isRevoked: Bool) {
    self.number = number
    self.content = content
    self.entry = entry
    self.isRevoked = isRevoked
  }

  /// Whose list it is about.
  package var sender: String {
    switch content {
    case .word(let decision): decision.sender
    case .conflict(let settlement): settlement.sender
    }
  }
}
