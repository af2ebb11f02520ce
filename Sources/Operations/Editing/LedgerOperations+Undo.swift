import Foundation
package import Ledger
package import Storage

extension LedgerOperations {
  /// The effect of undoing an entry; nothing is written.
  package func undoPlan(of entry: Int64) throws -> UndoPlan {
    try reading { store, catalogue in
      _ = try shown(entry, store, catalogue)
      let plan = try store.undoPlan(of: entry)
      try permit(plan, store, catalogue)
      if store.showsEverything { return plan }
      let shown = try store.projects(plan.mentioned)
      return plan.about { shown[$0] != nil }
    }
  }

  /// Undoes an entry by an inverse entry; people's later changes stay.
  package func undo(_ plan: UndoPlan, reason: String?) throws -> Entry {
    try writing { store, catalogue in
      try permit(plan, store, catalogue)
      return try store.undo(plan, at: now(), actor: actor, reason: reason) { _ in
        try interruption.check()
      }
    }
  }

  /// Editors may undo their own entries; others' entries need the right to decide, and catalogue entries the
  /// right for the items they changed. An entry is only undone as a whole.
  private func permit(_ plan: UndoPlan, _ store: LedgerStore, _ catalogue: Catalogue) throws {
    if person.grants == nil { return }
    try refuseForeignViews(plan.revertedItems.map(\.item))
    let kinds = Set(plan.revertedItems.map(\.kind))
    var rights: Set<Right> = [person.isActor(plan.entry.actor) ? .edit : .decide]
    if plan.entry.kind == .catalogue {
      rights = kinds.isEmpty ? [.settings] : Set(kinds.map(\.right))
    }
    if kinds.contains(.role) { rights = [.grants] }
    // Saved lists belong to their owner, whose right to see is enough.
    if kinds == [.view] { rights = [.see] }
    for right in rights.sorted(by: { $0.rawValue < $1.rawValue }) {
      try permit(right, plan.changes, store, catalogue)
    }
    if plan.entry.kind == .catalogue {
      for kind in kinds where kind.isOfActs { try requireEverywhere(kind.right, in: catalogue) }
    }
  }
}
