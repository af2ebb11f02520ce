import Foundation
package import Ledger
package import Storage

extension LedgerDesk {
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
  /// catalogue for whoever alters it. An act is taken back whole.
  private func permit(_ plan: UndoPlan, _ store: LedgerStore, _ catalogue: Catalogue) throws {
    if person.grants == nil { return }
    try refuseForeignViews(plan.revertedItems.map(\.item))
    let altersRoles = plan.revertedItems.contains { $0.kind == .role }
    let right: Right =
      altersRoles
      ? .grants
      : plan.entry.kind == .catalogue && !isAboutViews(plan)
        ? .settings : person.isActor(plan.entry.actor) ? .edit : .decide
    try permit(right, plan.changes, store, catalogue)
  }

  /// Whether nothing but saved lists is altered, which belong to who saved them.
  private func isAboutViews(_ plan: UndoPlan) -> Bool {
    !plan.revertedItems.isEmpty && plan.revertedItems.allSatisfy { $0.kind == .view }
  }
}
