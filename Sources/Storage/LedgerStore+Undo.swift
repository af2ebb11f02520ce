package import Foundation
package import Ledger

extension LedgerStore {
  /// What taking back an entry would do; throws `alreadyUndone` and `cannotUndo`.
  package func undoPlan(of entry: Int64) throws -> UndoPlan {
    try database.read { try UndoPlanner.plan(of: entry, $0, watch: watch(step:)) }
  }

  /// Takes an entry back as planned; throws `nothingToUndo` when all of it stays, and `stale`.
  @discardableResult
  package func undo(
    _ plan: UndoPlan, at: Date, actor: String, reason: String?,
    progress: (Int) throws -> Void = { _ in }
  ) throws -> Entry {
    guard plan.takesSomethingBack else {
      throw StorageError.nothingToUndo(entry: plan.entry.number)
    }
    return try commit(
      plan.draft(at: at, actor: actor, reason: reason), expecting: plan.revision,
      progress: progress)
  }
}
