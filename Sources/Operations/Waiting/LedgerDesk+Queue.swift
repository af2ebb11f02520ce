package import Ledger
import Storage

extension LedgerDesk {
  /// What waits for a person, of one sender or of all, in the order of the kinds.
  package func queue(
    _ kinds: Set<WaitingID.Kind> = Set(WaitingID.Kind.allCases), sender: String? = nil
  ) throws -> (items: [WaitingItem], catalogue: Catalogue) {
    try reading { store, catalogue in
      let items = try WaitingQueue(store, catalogue).items(kinds)
      return (items.filter { sender == nil || $0.sender == sender }, catalogue)
    }
  }
}
