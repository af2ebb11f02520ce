package import Intake
package import Ledger
import Storage
import Wording

/// A stored recipe with the last entry that changed it.
package struct RecordedRecipe: Sendable {
  package let recipe: Recipe
  package let entry: Entry
}

extension LedgerOperations {
  /// The layouts of all senders' lists, by sender.
  package func recipes() throws -> [RecordedRecipe] {
    try reading { store, catalogue in
      let entries = try store.lastEntries(of: .recipe)
      let own = OwnActs(person, catalogue)
      return catalogue.recipes.compactMap { recipe in
        guard store.showsEverything || own.isOwn(recipe.sender) else { return nil }
        return entries[recipe.sender].map { RecordedRecipe(recipe: recipe, entry: $0) }
      }
    }
  }

  /// The layout of a sender's lists; throws `unknownItem`.
  package func recipe(of sender: String) throws -> Recipe {
    let catalogue = try catalogue()
    let name = KnownSenders(catalogue.recipes.map(\.sender), catalogue).name(of: sender)
    guard let recipe = catalogue.recipe(of: name) else {
      throw OperationError.unknownItem(kind: CatalogueKind.recipe.label, code: sender)
    }
    return recipe
  }

  /// Deletes the stored layout of a sender's lists, including what a person specified: the next list is read by
  /// the rules alone. Throws `unknownItem`.
  package func forgetRecipe(of sender: String, reason: String?) throws -> Entry {
    try act(.decide) { act in
      let catalogue = act.catalogue
      let name = KnownSenders(catalogue.recipes.map(\.sender), catalogue).name(of: sender)
      guard let item = catalogue.item(.recipe, name) else {
        throw OperationError.unknownItem(kind: CatalogueKind.recipe.label, code: sender)
      }
      return try act.write(act.entry(.decide, items: [item.withdrawn], because: reason))
    }
  }
}
