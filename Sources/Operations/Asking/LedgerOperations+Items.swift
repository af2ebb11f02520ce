package import Ledger
import Storage

/// What one entry did to an item of the catalogue.
package struct ItemStep: Sendable {
  package let entry: Entry
  /// Nil for the entry that added it.
  package let before: CatalogueItem?
  package let after: CatalogueItem
  /// Whether whoever asks is shown the entry itself.
  package let isShown: Bool
}

extension LedgerOperations {
  /// The history of an item of the catalogue, latest first.
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
