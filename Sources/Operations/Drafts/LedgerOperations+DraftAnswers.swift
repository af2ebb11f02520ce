import Intake
package import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// Adds answers about a list if all of them are valid; otherwise the draft is unchanged.
  ///
  /// `sender` sets the list's sender. Throws `DecisionFaults`, and the errors of `alter`.
  package func answer(
    draft number: Int, words: [DecisionFile.Word] = [], conflicts: [DecisionFile.Conflict] = [],
    sender: String?
  ) throws {
    try check(words, conflicts)
    try alter(draft: number) { draft in
      if let sender { draft.options.sender = sender }
      draft.answers = draft.answers.answering(words: words, conflicts: conflicts)
    }
  }

  /// Sets the layout of a list if it can be parsed; nil for the rules alone. Throws the errors of `answer`.
  package func lay(draft number: Int, out layout: String?) throws {
    if let layout { _ = try RecipeFile(yaml: layout.utf8, try catalogue()) }
    try alter(draft: number) { $0.layout = layout }
  }

  /// Throws `DecisionFaults` with every answer that names an unknown item.
  private func check(
    _ words: [DecisionFile.Word], _ conflicts: [DecisionFile.Conflict]
  ) throws {
    let catalogue = try catalogue()
    // No answer depends on the sender.
    let anybody = "—"
    _ = try DecidedWords.items(
      of: DecisionFile(words: words), sender: anybody, file: "", catalogue)
    if conflicts.isEmpty { return }
    try SettledConflicts.check(
      conflicts,
      AssignmentReader(
        catalogue: catalogue, lexicon: HeaderLexicon(try HeaderWords(catalogue)),
        year: currentYear))
  }
}

extension DecisionFile {
  /// The same without one answer about a word or a value.
  package func forgetting(_ answer: String) -> DecisionFile {
    DecisionFile(
      sender: sender, words: words.filter { $0.call != answer },
      conflicts: conflicts.filter { $0.call != answer }, others: others)
  }
}

extension DecisionFile.Word {
  /// The answer's identifier within its list.
  package var call: String { "\(subject.rawValue):\(text)" }
}

extension DecisionFile.Conflict {
  /// The answer's identifier within its list.
  package var call: String { "\(project):\(field)" }
}
