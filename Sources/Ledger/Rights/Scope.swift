/// The projects that a grant covers.
package enum Scope: Hashable, Sendable {
  case everything
  /// The codes of lead or responsible units.
  case units(Set<String>)
  /// The codes of zones for projects with a zone, else of districts: the 属地 they count under.
  case areas(Set<String>)
  /// The codes of main chains: such a grant only permits viewing.
  case chains(Set<String>)
}
