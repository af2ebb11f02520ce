package import Ledger

/// A person's answers about rows under review: the project of each, by the code or the name in the list.
package struct RowAnswers: Sendable {
  package enum Answer: Hashable, Sendable {
    case project(ProjectID)
    /// It is a new project.
    case new
  }

  private var byCode: [String: Answer] = [:]
  private var byName: [NameKey: Answer] = [:]

  /// Takes codes or names with their answers; of repeated ones the last counts.
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

  /// The answer about a row: its code takes precedence over its name.
  func answer(about row: KnownProject) -> Answer? {
    row.code.flatMap { byCode[$0] } ?? byName[row.nameKey]
  }
}
