package import Foundation
package import Ledger

/// The plan for merging a project into another.
package struct MergePlan: Sendable {
  package let merge: Entry.Merge
  /// The revision for which the plan is valid.
  package let revision: Int64
  /// The names of the merged and of the remaining project.
  package let name: String
  package let nameThatStays: String
  /// The changes of the remaining project.
  package let taken: [FieldChange]
  /// The values of the merged project that are discarded.
  package let dropped: [Dropped]
  /// The parts of the merged project, which become parts of the remaining one.
  package let parts: [ProjectID]
  package let changes: [DraftChange]
  /// Pending statements on the merged project, which stay pending for the remaining one.
  package var waiting: [OutrankedStatement] = []

  /// A value that is discarded in favour of another.
  package struct Dropped: Hashable, Sendable {
    package let key: FieldKey
    package let value: Value
    package let kept: Value
  }

  /// The entry, to be committed against `revision`.
  package func draft(at: Date, actor: String, reason: String?) -> EntryDraft {
    var notes = EntryNotes()
    notes.set(waiting)
    return EntryDraft(
      at: at, actor: actor, kind: .merge, reason: reason,
      particulars: Entry.Particulars(merge: merge), changes: DraftChanges(changes), notes: notes)
  }
}

extension LedgerStore {
  /// The plan for merging a project into another. The remaining project adopts the values that it lacks; where both
  /// have one, it keeps its own, except for the fields to take. Throws `unknownProject`.
  package func mergePlan(_ merge: Entry.Merge, taking: Set<Field>) throws -> MergePlan {
    try database.read { try MergePlanner.plan(merge, taking: taking, $0) }
  }
}
