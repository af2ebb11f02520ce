import Foundation
package import Ledger
package import Storage

extension LedgerOperations {
  /// What taking back an entry would do; nothing is written.
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

  /// Takes an entry back by an inverse entry; later changes by people stay.
  package func undo(_ plan: UndoPlan, reason: String?) throws -> Entry {
    try writing { store, catalogue in
      try permit(plan, store, catalogue)
      return try store.undo(plan, at: now(), actor: actor, reason: reason) { _ in
        try interruption.check()
      }
    }
  }

  /// Whoever edits takes back what they did themselves; what others did is for whoever decides, and the
  /// catalogue for whoever alters what it altered. An act is taken back whole.
  private func permit(_ plan: UndoPlan, _ store: LedgerStore, _ catalogue: Catalogue) throws {
    if person.grants == nil { return }
    try refuseForeignViews(plan.revertedItems.map(\.item))
    let kinds = Set(plan.revertedItems.map(\.kind))
    var rights: Set<Right> = [person.isActor(plan.entry.actor) ? .edit : .decide]
    if plan.entry.kind == .catalogue {
      rights = kinds.isEmpty ? [.settings] : Set(kinds.map(\.right))
    }
    if kinds.contains(.role) { rights = [.grants] }
    // Saved lists belong to who saved them, whatever else they may do.
    if kinds == [.view] { rights = [.see] }
    for right in rights.sorted(by: { $0.rawValue < $1.rawValue }) {
      try permit(right, plan.changes, store, catalogue)
    }
    if plan.entry.kind == .catalogue {
      for kind in kinds where kind.isOfActs { try requireEverywhere(kind.right, in: catalogue) }
    }
  }
}
