package import Ledger

/// How projects are chosen and counted (口径), in words.
package enum ScopeWords {
  /// The sentence of a filter. `isPartial` means that the reader does not see all projects, so that the sentence does
  /// not claim to cover the city.
  package static func sentence(
    _ filter: ProjectFilter, _ catalogue: Catalogue, isPartial: Bool
  ) -> String {
    (isPartial ? "只含有权查看的项目；" : "") + filter.sentence(catalogue)
  }
}
