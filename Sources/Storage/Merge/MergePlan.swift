package import Foundation
package import Ledger

/// What merging a project into another would do, before anybody does it.
package struct MergePlan: Sendable {
  package let merge: Entry.Merge
  /// The ledger's revision that the plan holds for.
  package let revision: Int64
  /// The names of the one that goes and the one that stays.
  package let name: String
  package let nameThatStays: String
  /// The values of the one that stays which alter.
  package let taken: [FieldChange]
  /// Values of the one that goes which give way.
  package let dropped: [Dropped]
  /// Parts of the one that goes: they become parts of the one that stays.
  package let parts: [ProjectID]
  package let changes: [DraftChange]
  /// What senders said of the one that goes and a person has not decided about: it waits on for the one that stays.
  package var waiting: [OutrankedStatement] = []

  /// A value that gives way to another.
  package struct Dropped: Hashable, Sendable {
    package let key: FieldKey
    package let value: Value
    package let kept: Value
  }

  /// The entry, ready to be committed against `revision`.
  package func draft(at: Date, actor: String, reason: String?) -> EntryDraft {
    var notes = EntryNotes()
    notes.set(waiting)
    return EntryDraft(
      at: at, actor: actor, kind: .merge, reason: reason,
      particulars: Entry.Particulars(merge: merge), changes: DraftChanges(changes), notes: notes)
  }
}

extension LedgerStore {
  /// What merging a project into another would do. What the one that stays lacks it takes over; where
  /// both say something its own stays, but for the fields to be taken. Throws `unknownProject`.
  package func mergePlan(_ merge: Entry.Merge, taking: Set<Field>) throws -> MergePlan {
    try database.read { try MergePlanner.plan(merge, taking: taking, $0) }
  }
}
