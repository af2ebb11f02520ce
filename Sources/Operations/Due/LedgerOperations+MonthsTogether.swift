package import Ledger
import Reports
import Storage
import Wording

extension LedgerOperations {
  /// Records for several projects, as one entry, that nothing was invested in the due month. Projects whose
  /// figures belong to other owners are skipped, and those with a question to answer first. `looked` maps
  /// projects to the revision the person looked at; throws `StorageError.stale` if one has changed, and
  /// `rightMissing`.
  package func reportUnchanged(
    _ looked: [ProjectID: Int64], of due: MonthlyDue, reason: String
  ) throws -> EditOutcome {
    let items = try dueItems(looked.keys.sorted(), of: due)
    for item in items where looked[item.figures.id] != item.revision {
      throw StorageError.stale(expected: looked[item.figures.id] ?? 0, found: item.revision)
    }
    let open = items.filter { !$0.isReported && due.remarks(.zero, on: $0).isEmpty }
    return try writeTogether(open, reason: reason) { try due.figures(.zero, of: $0) }
  }

  /// Adds monthly figures reported ahead of the books to the sums of the year, as one entry; afterwards the
  /// ledger and its books reach the month. Projects with an unknown earlier month are skipped. Requires the
  /// right to edit everything; throws `scopeTooNarrow`.
  package func carryOver(_ due: MonthlyDue, reason: String) throws -> EditOutcome {
    let items = try dueItems(try dueProjects(due, of: .all, apart: true), of: due)
    return try writeTogether(items, reason: reason, isForAll: true) { item in
      item.isCarriable ? item.done.map { due.sums($0, of: item) } ?? [] : []
    }
  }

  private func writeTogether(
    _ items: [MonthlyDue.Item], reason: String, isForAll: Bool = false,
    _ figures: (MonthlyDue.Item) throws -> [(key: FieldKey, amount: Money)]
  ) throws -> EditOutcome {
    try act(.edit) { act in
      let store = act.store
      if isForAll, !permissions(in: act.catalogue).reach(of: .edit).isEverything {
        throw OperationError.scopeTooNarrow(.edit)
      }
      let standing = try store.projects(items.map(\.figures.id))
      var changes: [DraftChange] = []
      for item in items {
        guard let project = standing[item.figures.id] else { continue }
        if project.revision != item.revision {
          throw StorageError.stale(expected: item.revision, found: project.revision)
        }
        let fields = try figures(item).map { key, amount in
          FieldChange(key: key, before: project.record[key], after: .money(amount))
        }.filter { $0.before != $0.after }.sorted { $0.key < $1.key }
        let word = try UnitEdit(fields, of: project, act)
        if word.held.isEmpty, !fields.isEmpty {
          changes.append(DraftChange(project: project.id, kind: .update, fields: fields))
        }
      }
      if changes.isEmpty {
        return EditOutcome(entry: nil, project: nil, changes: [], findings: [])
      }
      let entry = try act.write(act.entry(.edit, DraftChanges(changes), because: reason))
      return EditOutcome(entry: entry, project: nil, changes: [], findings: [])
    }
  }
}
