import Intake
package import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// Takes what a person answered about a list, where all of it can be taken; else the list stays as it was.
  ///
  /// `sender` is whose list it is, where nothing says so before. Throws `DecisionFaults`, and as `alter` does.
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

  /// Takes how a list is laid out, where that can be read; nil for what the rules say. Throws as `answer` does.
  package func lay(draft number: Int, out layout: String?) throws {
    if let layout { _ = try RecipeFile(yaml: layout.utf8, try catalogue()) }
    try alter(draft: number) { $0.layout = layout }
  }

  /// Throws `DecisionFaults` with every answer that names nothing.
  private func check(
    _ words: [DecisionFile.Word], _ conflicts: [DecisionFile.Conflict]
  ) throws {
    let catalogue = try catalogue()
    // Whose list it is hangs on no word.
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
  /// The same without one answer: about a word, or about a value of a project.
  package func forgetting(_ answer: String) -> DecisionFile {
    DecisionFile(
      sender: sender, words: words.filter { $0.call != answer },
      conflicts: conflicts.filter { $0.call != answer }, others: others)
  }
}

extension DecisionFile.Word {
  /// What the answer goes by among those of its list.
  package var call: String { "\(subject.rawValue):\(text)" }
}

extension DecisionFile.Conflict {
  /// What the answer goes by among those of its list.
  package var call: String { "\(project):\(field)" }
}
