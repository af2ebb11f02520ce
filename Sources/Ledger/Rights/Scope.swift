/// Whose projects a grant is about.
package enum Scope: Hashable, Sendable {
  case everything
  /// Codes of units that lead or are responsible.
  case units(Set<String>)
  /// Codes of zones if the project has a zone, else of districts: as projects count 按属地.
  case areas(Set<String>)
  /// Codes of main chains: such a grant lets see, and nothing more.
  case chains(Set<String>)
}
