package import Intake
package import Ledger

/// How a list is to be read.
package struct ImportOptions: Sendable {
  /// What 今年 means; nil takes the year the titles state, else the current one.
  package var year: Int?
  /// Who sent it, where no sheet says so.
  package var sender: String?
  package var reason: String?
  /// Columns whose blank cells clear what the ledger holds, by field or header; others keep it.
  package var clear: [String]
  /// What a person decided about its words and conflicts.
  package var decisions: DecisionFile?
  /// What a person told about its layout.
  package var recipe: RecipeFile?

  package init(
    year: Int? = nil, sender: String? = nil, reason: String? = nil, clear: [String] = [],
    decisions: DecisionFile? = nil, recipe: RecipeFile? = nil
  ) {
    self.decisions = decisions
    self.recipe = recipe
    self.year = year
    self.sender = sender
    self.reason = reason
    self.clear = clear
  }
}
