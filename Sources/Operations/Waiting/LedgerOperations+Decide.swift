package import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// Applies the answers of a file: all of them, or none if a line is wrong.
  ///
  /// Throws `DecisionFaults`, `contraryAnswers`.
  package func decide(_ file: DecisionFile, reason: String?) throws -> [Entry] {
    let choices = try choices(
      reading { store, catalogue in try Self.answers(of: file, store, catalogue).values })
    let entries = try act(.decide) { act in
      let (store, catalogue) = (act.store, act.catalogue)
      let answers = try Self.answers(of: file, store, catalogue)
      let items = try answers.decided(catalogue)
      var entries = try settle(
        answers.settled, items + answers.distinctions(catalogue.adding(items)),
        concerning: answers.lists, reason: reason, act)
      for merge in answers.pairs {
        let plan = try Self.mergePlan(merge, taking: [], store, catalogue)
        entries.append(try act.write(plan.draft(at: now(), actor: actor, reason: reason)))
      }
      return entries
    }
    return try entries + settle(choices, reason: reason)
  }

  private static func answers(
    of file: DecisionFile, _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> FileAnswers {
    try FileAnswers(
      file,
      PendingQueue(store, catalogue).items([
        .row, .word, .header, .conflict, .difference, .list, .missing,
      ]), catalogue)
  }
}
