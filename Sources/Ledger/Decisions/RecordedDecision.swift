/// A decision as recorded in the ledger.
package struct RecordedDecision: Sendable {
  /// Its number, for users.
  package let number: Int
  package let content: Content
  /// The entry that last changed it: who, when, why.
  package let entry: Entry
  package let isRevoked: Bool

  /// The decision: the meaning of a word, or the settlement of a conflict.
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

  /// The sender of the list it is about.
  package var sender: String {
    switch content {
    case .word(let decision): decision.sender
    case .conflict(let settlement): settlement.sender
    }
  }
}
