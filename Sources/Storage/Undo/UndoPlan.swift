package import Foundation
package import Ledger

/// The plan for undoing an entry.
package struct UndoPlan: Sendable {
  /// The entry to be undone.
  package let entry: Entry
  /// The revision for which the plan is valid.
  package let revision: Int64
  package let reverted: [Reverted]
  package let kept: [Kept]
  package let impossible: [Impossible]
  /// Parts whose package is removed or renamed.
  package let loosened: [Loosened]
  /// Catalogue items that are reverted, and those that stay.
  package let revertedItems: [RevertedItem]
  package let keptItems: [KeptItem]
  /// Whether pending items are added or resolved.
  package let altersQueue: Bool
  package let changes: [DraftChange]

  /// A project that is reverted: removed, restored, or with earlier values for these keys.
  package struct Reverted: Hashable, Sendable {
    package let project: ProjectID
    package let name: String
    package let change: Change.Kind
    package let keys: [FieldKey]
  }

  /// A value or project that stays, because a later entry altered it.
  package struct Kept: Hashable, Sendable {
    package let project: ProjectID
    package let name: String
    /// Nil for a project that stays as a whole.
    package let key: FieldKey?
    package let alteredBy: Int64
  }

  /// A part whose package would no longer exist under its name.
  package struct Loosened: Hashable, Sendable {
    package let project: ProjectID
    package let name: String
    /// The name of the package before the undo.
    package let package: String
    /// Its name afterwards; nil if the package is removed, and the part is no longer one.
    package let becomes: String?
  }

  /// A project that cannot be reverted, and the entry that prevents it.
  package struct Impossible: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      /// It was removed since.
      case removed
      /// It was removed by this entry, and restored since.
      case restored
    }

    package let project: ProjectID
    package let reason: Reason
    package let by: Int64
  }

  /// A catalogue item that is reverted.
  package struct RevertedItem: Hashable, Sendable {
    package let kind: CatalogueKind
    package let name: String
    /// Whether the entry added it, so that it is withdrawn.
    package let isWithdrawn: Bool
    /// The new state of the item.
    package let item: CatalogueItem
  }

  /// A catalogue item that stays unchanged.
  package struct KeptItem: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
      case altered(by: Int64)
      /// A project refers to it.
      case inUse
    }

    package let kind: CatalogueKind
    package let name: String
    package let reason: Reason
  }

  /// The projects in the plan besides the reverted ones.
  package var mentioned: [ProjectID] {
    kept.map(\.project) + impossible.map(\.project) + loosened.map(\.project)
  }

  /// The same plan, limited to some projects; reverted projects are always included.
  package func about(_ isShown: (ProjectID) -> Bool) -> UndoPlan {
    UndoPlan(
      entry: entry, revision: revision, reverted: reverted,
      kept: kept.filter { isShown($0.project) },
      impossible: impossible.filter { isShown($0.project) },
      loosened: loosened.filter { isShown($0.project) }, revertedItems: revertedItems,
      keptItems: keptItems, altersQueue: altersQueue, changes: changes)
  }

  /// False if all effects of the entry stay. A list that altered nothing can be undone, which withdraws its
  /// statements.
  package var takesSomethingBack: Bool {
    !changes.isEmpty || !revertedItems.isEmpty || altersQueue
      || (kept.isEmpty && keptItems.isEmpty && impossible.isEmpty)
  }

  /// The inverse entry, to be committed against `revision`.
  package func draft(at: Date, actor: String, reason: String?) -> EntryDraft {
    EntryDraft(
      at: at, actor: actor, kind: .undo, reason: reason, undoes: entry.number,
      changes: DraftChanges(changes),
      items: revertedItems.map(\.item))
  }
}
