package import Ledger
import Storage

/// A change of a catalogue item by one entry.
package struct ItemStep: Sendable {
  package let entry: Entry
  /// Nil if the entry added it.
  package let before: CatalogueItem?
  package let after: CatalogueItem
  /// Whether the person may see the entry.
  package let isShown: Bool
}

extension LedgerOperations {
  /// The history of a catalogue item, newest first.
  package func history(of kind: CatalogueKind, _ code: String) throws -> [ItemStep] {
    try reading { store, catalogue in
      let changes = try store.changes(of: kind, code)
      let shown = Set(try shown(changes.map(\.entry), store, catalogue).map(\.number))
      return changes.reversed().map { change in
        ItemStep(
          entry: change.entry, before: change.before, after: change.after,
          isShown: shown.contains(change.entry.number))
      }
    }
  }
}
