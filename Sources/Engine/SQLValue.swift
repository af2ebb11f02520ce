/// A value bound to a statement.
package enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int64)
  case text(String)
  case blob([UInt8])

  /// Returns an integer, or NULL for nil.
  package static func optional(_ integer: Int64?) -> SQLValue {
    integer.map(SQLValue.integer) ?? .null
  }

  /// Returns a text, or NULL for nil.
  package static func optional(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(stringLiteral value: String) { self = .text(value) }
}
