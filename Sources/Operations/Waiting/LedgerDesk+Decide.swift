package import Ledger
import Storage
import Wording

extension LedgerDesk {
  /// Takes the answers of a file: all that is written in it, or nothing where a line is wrong.
  ///
  /// Throws `DecisionFaults`.
  package func decide(_ file: DecisionFile, reason: String?) throws -> [Entry] {
    try writing { store, catalogue in
      let answers = try FileAnswers(
        file,
        WaitingQueue(store, catalogue).items([
          .row, .word, .header, .conflict, .list, .missing,
        ]))
      let items = try answers.decided(catalogue)
      let pairs = answers.pairs
      var entries = try settle(
        answers.settled, items + answers.distinctions(catalogue.adding(items)), reason: reason,
        store, catalogue)
      for merge in pairs {
        let plan = try store.mergePlan(merge, taking: [])
        entries.append(
          try store.commit(plan.draft(at: now(), actor: actor, reason: reason), expecting: nil))
      }
      return entries
    }
  }
}
