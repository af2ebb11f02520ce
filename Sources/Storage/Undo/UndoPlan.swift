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
  /// Parts whose package goes, or goes back to another name.
  package let loosened: [Loosened]
  /// Items of the catalogue that go back, and those that stay.
  package let revertedItems: [RevertedItem]
  package let keptItems: [KeptItem]
  /// Whether something waits no longer, or waits again.
  package let altersQueue: Bool
  package let changes: [DraftChange]

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

  /// A part that would name a package which nobody bears any more.
  package struct Loosened: Hashable, Sendable {
    package let project: ProjectID
    package let name: String
    /// The name of the package before the undo.
    package let package: String
    /// Its name afterwards; nil when the package goes, and the part is one no longer.
    package let becomes: String?
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

  /// An item of the catalogue that goes back to what it was.
  package struct RevertedItem: Hashable, Sendable {
    package let kind: CatalogueKind
    package let name: String
    /// Whether the entry added it, so that it is withdrawn.
    package let isWithdrawn: Bool
    /// What the catalogue is to say of it.
    package let item: CatalogueItem
  }

  /// An item of the catalogue that stays as it is.
  package struct KeptItem: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      case altered(by: Int64)
      /// A project names it.
      case inUse
    }

    package let kind: CatalogueKind
    package let name: String
    package let reason: Reason
  }

  /// The projects that are told of beside those that go back.
  package var mentioned: [ProjectID] {
    kept.map(\.project) + impossible.map(\.project) + loosened.map(\.project)
  }

  /// The same plan, which tells of some projects alone; those that go back are told always.
  package func about(_ isShown: (ProjectID) -> Bool) -> UndoPlan {
    UndoPlan(
      entry: entry, revision: revision, reverted: reverted,
      kept: kept.filter { isShown($0.project) },
      impossible: impossible.filter { isShown($0.project) },
      loosened: loosened.filter { isShown($0.project) }, revertedItems: revertedItems,
      keptItems: keptItems, altersQueue: altersQueue, changes: changes)
  }

  /// False when all that the entry did stays. A list that altered nothing can be taken back: then
  /// its sender no longer said it.
  package var takesSomethingBack: Bool {
    !changes.isEmpty || !revertedItems.isEmpty || altersQueue
      || (kept.isEmpty && keptItems.isEmpty && impossible.isEmpty)
  }

  /// The inverse entry, ready to be committed against `revision`.
  package func draft(at: Date, actor: String, reason: String?) -> EntryDraft {
    EntryDraft(
      at: at, actor: actor, kind: .undo, reason: reason, undoes: entry.number,
      changes: DraftChanges(changes),
      items: revertedItems.map(\.item))
  }
}
