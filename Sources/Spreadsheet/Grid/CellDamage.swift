/// A damaged cell of delimited text, and how it was read.
package struct CellDamage: Sendable, Hashable {
  /// The number of the record, from 1.
  package let row: Int
  /// The column, counted from 0.
  package let column: Int
  package let kind: Kind

  package enum Kind: Sendable, Hashable {
    /// A quote without a closing one, read as a character.
    case unclosedQuote
    /// Bytes that are invalid in the text's encoding, replaced by U+FFFD.
    case undecodable
  }

  package init(row: Int, column: Int, kind: Kind) {
    self.row = row
    self.column = column
    self.kind = kind
  }
}
