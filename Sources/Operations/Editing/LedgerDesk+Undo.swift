import Foundation
package import Ledger
package import Storage

extension LedgerDesk {
  /// What taking back an entry would do; nothing is written.
  package func undoPlan(of entry: Int64) throws -> UndoPlan {
    try reading { store, _ in try store.undoPlan(of: entry) }
  }

  /// Takes an entry back by an inverse entry; later changes by people stay.
  package func undo(_ plan: UndoPlan, reason: String?) throws -> Entry {
    try writing { store, _ in
      try store.undo(plan, at: now(), actor: actor, reason: reason) { _ in
        try interruption.check()
      }
    }
  }
}
