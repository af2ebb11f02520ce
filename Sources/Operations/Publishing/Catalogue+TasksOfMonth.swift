import Ledger
import Storage

extension Catalogue {
  /// The catalogue with each task in the state that it had reached by the end of a month, as far as states tell their
  /// day. `store` gives the states recorded up to a revision. The same catalogue without a month.
  func withTasks(
    of month: Period?, _ store: LedgerStore, through revision: Int64
  ) throws -> Catalogue {
    guard let end = month?.lastDate?.lastDay else { return self }
    return adding(
      try items(of: .task).filter { $0.isReached(after: end) }.map { task in
        let earlier = try store.changes(of: .task, task.code).last { step in
          step.entry.number <= revision && !step.after.isReached(after: end)
        }
        return task.with(state: earlier?.after.attributes["state"])
      })
  }
}

extension CatalogueItem {
  /// Whether a task reached its state after a day `yyyymmdd`.
  fileprivate func isReached(after day: Int) -> Bool {
    (attributes["state"].flatMap { TaskState($0) }?.day).map { $0.firstDay > day } ?? false
  }

  fileprivate func with(state: Attribute?) -> CatalogueItem {
    guard case .map(var attributes) = attributes else { return self }
    attributes["state"] = state
    return CatalogueItem(
      kind: kind, code: code, name: name, position: position, aliases: aliases,
      attributes: .map(attributes))
  }
}
