import Foundation
import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// Confirms or refuses a candidate of the register that a person decides about (双百项目), with the
  /// document it rests on: an entry of its own. Of a register that others own it waits for them.
  ///
  /// Throws `withoutCandidateRule`, `documentMissing`, and what finding a project throws.
  package func confirm(
    _ project: String, isConfirmed: Bool, year: Int?, document: String, reason: String?
  ) throws -> EditOutcome {
    guard !document.isEmpty else { throw OperationError.documentMissing }
    return try act(.confirm) { act in
      let (store, catalogue) = (act.store, act.catalogue)
      guard let rule = catalogue.candidateRule, let register = catalogue.register(rule.register),
        let state = register.state(isConfirmed: isConfirmed)
      else { throw OperationError.withoutCandidateRule }
      let id = try Self.resolve(project, store)
      let key = FieldKey(register: rule.register, year: year ?? currentYear)
      let known = try store.project(id)
      let before = known.record[key]
      var membership = Membership()
      if case .membership(let place) = before { membership = place }
      membership.state = state
      let change = FieldChange(key: key, before: before, after: .membership(membership))
      guard change.before != change.after else {
        return EditOutcome(entry: nil, project: id, changes: [], findings: [])
      }
      try act.permit([DraftChange(project: id, kind: .update, fields: [change])])
      let word = try UnitEdit([change], of: known, act, isOne: true)
      let entry = try act.write(word, because: reason) { changes in
        act.entry(.confirm, changes, because: reason, document: document)
      }
      return EditOutcome(
        entry: entry, project: id, changes: word.written, findings: [], held: word.held)
    }
  }
}

extension Register {
  /// The state that counts, or the one that is neither it nor the one an import gives.
  fileprivate func state(isConfirmed: Bool) -> String? {
    isConfirmed
      ? countedState : states.first { $0 != countedState && $0 != initialState }
  }
}
