import Foundation
package import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// Confirms or refuses a candidate of the register with a candidate rule (双百项目), with its document as
  /// evidence, as one entry. `day` is when it was decided, if not today. If the register's field has other
  /// owners, the change waits for them.
  ///
  /// Throws `withoutCandidateRule`, `documentMissing`, and the errors of finding a project.
  package func confirm(
    _ project: String, isConfirmed: Bool, year: Int?, document: String, reason: String?,
    on day: PartialDate? = nil
  ) throws -> EditOutcome {
    guard !document.isEmpty else { throw OperationError.documentMissing }
    let day = try day.map { try pastDay($0) }
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
        act.entry(.confirm, changes, because: reason, on: day, document: document)
      }
      return EditOutcome(
        entry: entry, project: id, changes: word.written, findings: [], held: word.held)
    }
  }
}

extension Register {
  /// The state that counts, or the first one that is neither it nor an import's initial state.
  fileprivate func state(isConfirmed: Bool) -> String? {
    isConfirmed
      ? countedState : states.first { $0 != countedState && $0 != initialState }
  }
}
