import Foundation
import Ledger
import Storage
import Wording

extension LedgerDesk {
  /// Confirms or refuses a candidate of the register that a person decides about (双百项目), with the
  /// document it rests on: an entry of its own.
  ///
  /// Throws `withoutCandidateRule`, `documentMissing`, and what finding a project throws.
  package func confirm(
    _ project: String, isConfirmed: Bool, year: Int?, document: String, reason: String?
  ) throws -> EditOutcome {
    guard !document.isEmpty else { throw OperationError.documentMissing }
    return try writing(for: .confirm) { store, catalogue in
      guard let rule = catalogue.candidateRule, let register = catalogue.register(rule.register),
        let state = register.state(isConfirmed: isConfirmed)
      else { throw OperationError.withoutCandidateRule }
      let id = try Self.resolve(project, store)
      let key = FieldKey(register: rule.register, year: year ?? currentYear)
      let before = try store.project(id).record[key]
      var membership = Membership()
      if case .membership(let known) = before { membership = known }
      membership.state = state
      let change = FieldChange(key: key, before: before, after: .membership(membership))
      guard change.before != change.after else {
        return EditOutcome(entry: nil, project: id, changes: [], findings: [])
      }
      let altered = DraftChange(project: id, kind: .update, fields: [change])
      try permit(.confirm, [altered], store, catalogue)
      let draft = EntryDraft(
        at: now(), actor: actor, kind: .confirm, reason: reason,
        particulars: Entry.Particulars(evidence: document),
        changes: [altered])
      let entry = try store.commit(draft, expecting: nil)
      return EditOutcome(entry: entry, project: id, changes: [change], findings: [])
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
