package import Ledger

/// The number of projects for each value of one property.
package struct Facet: Hashable, Sendable {
  package let property: FilterProperty
  package let values: [Count]

  /// The projects with one value.
  package struct Count: Hashable, Sendable {
    package let value: Value
    package let count: Int
    /// Their total investment.
    package let investment: Money
    /// Whether the filter selects it.
    package let isSelected: Bool
  }

  /// A value of a facet.
  package enum Value: Hashable, Sendable {
    /// Projects without a value of the property.
    case none
    case item(CatalogueKind, code: String)
    /// Text as in lists, such as a nature, or a register that is not in the catalogue.
    case text(String)
    case flag(Bool)
  }
}
