import Intake
package import Ledger

/// A row that moves a project back or past a stage, which a person should know.
package struct UnusualStage: Sendable {
  /// The row's number in the file.
  package let row: Int
  package let project: KnownProject
  package let step: StageStep
}

extension ImportPlan {
  /// The rows whose stage is not the next one.
  package func unusualStages(_ catalogue: Catalogue) -> [UnusualStage] {
    differing.compactMap { planned in
      guard let change = planned.changes.first(where: { $0.key == FieldKey(.stage) }),
        let known = planned.known, case .reference(let to) = change.after
      else { return nil }
      var from: String?
      if case .reference(let code) = change.before { from = code }
      guard let step = catalogue.stageStep(from: from, to: to), step.isUnusual else { return nil }
      return UnusualStage(row: planned.row.number, project: known, step: step)
    }
  }
}
