package import Ledger

/// A property that projects are counted by, each by the others' filters but not its own.
package enum FacetKind: String, CaseIterable, Hashable, Sendable {
  case chain
  case stage
  case condition
  /// Districts and zones together: a project lies in one of them, or in both.
  case area
  /// Lead units, or units in any role, as the filter asks.
  case unit
  case register
  case nature
  case industrial
}

/// How many projects have each value of one property.
package struct Facet: Hashable, Sendable {
  package let kind: FacetKind
  package let values: [Count]

  /// The projects of one value.
  package struct Count: Hashable, Sendable {
    package let value: Value
    package let count: Int
    /// Their total investment.
    package let investment: Money
    /// Whether the filter asks for it.
    package let isSelected: Bool
  }

  /// A value of a facet.
  package enum Value: Hashable, Sendable {
    /// Projects of which the property is not known.
    case none
    case item(CatalogueKind, code: String)
    /// Text as lists write it: a nature, a register that the catalogue does not know.
    case text(String)
    case flag(Bool)
  }
}
