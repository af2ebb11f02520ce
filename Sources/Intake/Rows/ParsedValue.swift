package import Ledger

/// A value with the cell it came from.
package struct ParsedValue: Sendable {
  package let key: FieldKey
  package let value: Value
  /// Column number from 0; nil if the value came from a section row, the sheet's name or a recipe.
  package let column: Int?
  /// The cell's row if it is another one: the top of a merged cell.
  package let cellRow: Int?
  /// The cell's text, if it differs from the value's interchange form.
  package let raw: String?

  package init(key: FieldKey, value: Value, column: Int?, cellRow: Int? = nil, raw: String?) {
    self.key = key
    self.value = value
    self.column = column
    self.cellRow = cellRow
    self.raw = raw
  }
}
