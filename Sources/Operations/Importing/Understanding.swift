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
}
