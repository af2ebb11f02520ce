package import Ledger

/// What a person said of rows that are put to review: which project each is, by the code or the name
/// that the list gives it.
package struct RowAnswers: Sendable {
  package enum Answer: Hashable, Sendable {
    case project(ProjectID)
    /// It is in the ledger under no name yet.
    case new
  }

  private var byCode: [String: Answer] = [:]
  private var byName: [NameKey: Answer] = [:]

  /// Takes codes or names with their answers; of a repeated one the last counts.
  package init(_ answers: some Sequence<(text: String, answer: Answer)> = EmptyCollection()) {
    for (text, answer) in answers {
      if let code = ProjectCode(text).canonical {
        byCode[code] = answer
      } else {
        byName[NameKey(text)] = answer
      }
    }
  }

  var isEmpty: Bool { byCode.isEmpty && byName.isEmpty }

  /// The answer about a row: its code goes before its name.
  func answer(about row: KnownProject) -> Answer? {
    row.code.flatMap { byCode[$0] } ?? byName[row.nameKey]
  }
}
