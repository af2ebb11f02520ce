package import Foundation
package import Ledger

/// What taking back an entry would do, in three groups, before anybody does it.
package struct UndoPlan: Sendable {
  /// The entry to be taken back.
  package let entry: Entry
  /// The ledger's revision that the plan holds for.
  package let revision: Int64
  package let reverted: [Reverted]
  package let kept: [Kept]
  package let impossible: [Impossible]
  let changes: [DraftChange]

  /// A project that goes back: removed again, restored, or with these values as they were.
  package struct Reverted: Hashable, Sendable {
    package let project: ProjectID
    package let name: String
    package let change: Change.Kind
    package let keys: [FieldKey]
  }

  /// Something that stays, because a later entry altered it.
  package struct Kept: Hashable, Sendable {
    package let project: ProjectID
    package let name: String
    /// Nil for a project that stays as a whole.
    package let key: FieldKey?
    package let alteredBy: Int64
  }

  /// A project that cannot go back, and which entry made it so.
  package struct Impossible: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      /// It was removed since.
      case removed
      /// It was removed by this entry, and came back since.
      case restored
    }

    package let project: ProjectID
    package let reason: Reason
    package let by: Int64
  }

  /// False when all that the entry did stays. A list that altered nothing can be taken back: then
  /// its sender no longer said it.
  package var takesSomethingBack: Bool {
    !changes.isEmpty || (kept.isEmpty && impossible.isEmpty)
  }

  /// The inverse entry, ready to be committed against `revision`.
  package func draft(at: Date, actor: String, reason: String?) -> EntryDraft {
    EntryDraft(
      at: at, actor: actor, kind: .undo, reason: reason, undoes: entry.number, changes: changes)
  }
}
