/// The kinds of catalogue items.
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
  /// A set of rights for accounts.
  case role
  /// A figure reported from outside the ledger.
  case figure
  /// A person's decision about two projects that look like one.
  case distinction
  /// A person's decision about a word of a sender.
  case decision
  /// The layout of a sender's lists.
  case recipe
  /// A header term, its words as aliases.
  case header
  /// A saved list of projects.
  case view
}
