package import Ledger

/// How many projects have each value of one property.
package struct Facet: Hashable, Sendable {
  package let property: FilterProperty
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
