package import Intake
package import Ledger

/// The options for reading a list.
package struct ImportOptions: Sendable {
  /// The year that 今年 means; nil for the year in the titles, else the current one.
  package var year: Int?
  /// The sender, if no sheet names one.
  package var sender: String?
  package var reason: String?
  /// Columns whose blank cells clear the ledger's values, by field or header.
  package var clear: [String]
  /// The decisions about its words and conflicts.
  package var decisions: DecisionFile?
  /// The layout that a person specified.
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
