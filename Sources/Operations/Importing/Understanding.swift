import Intake
import Ledger

/// A parsed list, with the decisions about its sender's words applied.
struct Understanding: Sendable {
  let list: Intake.ProjectList
  /// The sender; empty if unknown.
  let sender: String
  /// The catalogue including the import's own decisions.
  let catalogue: Catalogue
  let lexicon: HeaderLexicon
  /// The items that the import's own decisions add or change.
  let decided: [CatalogueItem]
  /// The stored layout of the sender's lists.
  let recipe: Recipe?
  /// The speaker of the list, as named by `Speaker`.
  let speaker: String
}

extension Understanding {
  /// The recipe item for the list's layout; nil if it is known already or the sender is unknown.
  func learned(from file: String) -> CatalogueItem? {
    guard !sender.isEmpty,
      let learned = Recipe(learnedFrom: list, sender: sender, file: file, recipe, catalogue)
    else { return nil }
    if let recipe, learned.lays(outLike: recipe) { return nil }
    let existing = catalogue.item(.recipe, sender)
    return learned.item(
      position: existing?.position ?? (catalogue.items(of: .recipe).map(\.position).max() ?? 0) + 1)
  }
}

extension RecipeFile {
  /// Throws `DecisionFaults` if the recipe is another sender's, or the list lacks one of its tables.
  func requireUse(
    in list: Intake.ProjectList, of sender: String, _ catalogue: Catalogue
  ) throws {
    var faults = unused(in: list).map { DecisionFault(line: $0, .noSuchTable) }
    if let own = self.sender, !sender.isEmpty, !catalogue.isSameSender(own, sender) {
      faults.append(DecisionFault(line: 1, .otherSender(own, list: sender)))
    }
    if !faults.isEmpty { throw DecisionFaults(faults) }
  }
}
