/// The kinds of things the catalogue names.
package enum CatalogueKind: String, CaseIterable, Hashable, Sendable {
  case chain
  case unit
  case district
  case zone
  case stage
  case condition
  case register
  case channel
  case industry
  case target
  case task
  case build
  case setting
  /// What accounts may do, as a set of rights.
  case role
  /// What somebody reported from outside the ledger.
  case figure
  /// What a person said of two projects that look like one.
  case distinction
  /// What a person decided about a sender's words.
  case decision
  /// How a sender's lists are laid out.
  case recipe
  /// Words that a rule of headers looks for, as its aliases.
  case header
  /// A list of projects that somebody keeps under a name.
  case view
}
