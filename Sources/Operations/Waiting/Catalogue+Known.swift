import Ledger

extension Catalogue {
  /// Whether a word of a sender's lists was decided, or the catalogue knows it by now.
  func knows(_ word: UnresolvedTerm, of sender: String) -> Bool {
    if isDecided(word.subject, word.text, of: sender) { return true }
    return word.subject.kinds.contains { kind in
      switch resolve(kind, word.text) {
      case .item, .ignored: true
      case .ambiguous, .unknown: false
      }
    }
  }

  /// The same for a header.
  func knows(_ column: UnreadColumn, of sender: String) -> Bool {
    if isDecided(.header, column.path, of: sender) { return true }
    let label = TextFolding.key(column.header.joined())
    return items(of: .header).contains { item in
      item.aliases.contains { TextFolding.key($0.text) == label }
    }
  }

  /// Whether a word was decided to mean nothing.
  func ignores(_ word: UnresolvedTerm, of sender: String) -> Bool {
    decision(word.subject, word.text, of: sender)?.meaning == .nothing
  }

  private func isDecided(_ subject: Decision.Subject, _ text: String, of sender: String) -> Bool {
    decision(subject, text, of: sender).map { !$0.isRevoked } ?? false
  }

  private func decision(
    _ subject: Decision.Subject, _ text: String, of sender: String
  ) -> Decision? {
    let code = Decision(subject, text, .nothing, sender: sender, file: "").code
    return item(.decision, code).flatMap { Decision($0) }
  }
}
