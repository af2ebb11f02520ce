package import Ledger

/// How projects are chosen and counted (口径), in words.
package enum ScopeWords {
  /// The sentence of a filter. `isPartial` says that whoever reads it is not shown all projects, so that nothing is
  /// said of the whole city.
  package static func sentence(
    _ filter: ProjectFilter, _ catalogue: Catalogue, isPartial: Bool
  ) -> String {
    (isPartial ? "只含有权查看的项目；" : "") + filter.sentence(catalogue)
  }
}
