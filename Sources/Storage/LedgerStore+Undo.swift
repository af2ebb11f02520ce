package import Foundation
package import Ledger

extension LedgerStore {
  /// The plan for undoing an entry; throws `alreadyUndone` and `cannotUndo`.
  package func undoPlan(of entry: Int64) throws -> UndoPlan {
    try database.read { try UndoPlanner.plan(of: entry, $0, watch: watch(step:)) }
  }

  /// Undoes an entry as planned. Throws `nothingToUndo` if nothing would change, and `stale`.
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
