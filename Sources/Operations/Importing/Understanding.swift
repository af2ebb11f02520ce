import Intake
import Ledger

/// A list as it is understood, by what was decided about its sender's words.
struct Understanding: Sendable {
  let list: Intake.ProjectList
  /// Who sent it; empty when nobody says.
  let sender: String
  /// The catalogue with what the import's own decisions add.
  let catalogue: Catalogue
  let lexicon: HeaderLexicon
  /// What the import's own decisions add or alter.
  let decided: [CatalogueItem]
  /// How the sender's lists were laid out so far.
  let recipe: Recipe?
  /// Whose word the list is, as `Speaker` names it.
  let speaker: String
}

extension Understanding {
  /// The item of how the list is laid out; nil when it is known, or nobody says whose list it is.
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
  /// Throws `DecisionFaults` when it is another sender's, or the list has no table for one of its own.
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
