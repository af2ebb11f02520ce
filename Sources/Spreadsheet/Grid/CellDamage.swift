/// A cell of delimited text that was torn, and what was made of it.
package struct CellDamage: Sendable, Hashable {
  /// The number of the record.
  package let row: Int
  /// The column, counted from 0.
  package let column: Int
  package let kind: Kind

  package enum Kind: Sendable, Hashable {
    /// A quote that no other one closes: it counts as a character.
    case unclosedQuote
    /// Bytes that mean nothing in the text's encoding: U+FFFD stands for them.
    case undecodable
  }

  package init(row: Int, column: Int, kind: Kind) {
    self.row = row
    self.column = column
    self.kind = kind
  }
}
