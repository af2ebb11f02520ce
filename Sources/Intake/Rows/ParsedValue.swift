package import Ledger

/// A value with the cell it came from.
package struct ParsedValue: Sendable {
  package let key: FieldKey
  package let value: Value
  /// Column number from 0; nil when the value came from a section row, the sheet's name or
  /// a recipe.
  package let column: Int?
  /// The cell's row where it is not the row itself: the top of a merged cell.
  package let cellRow: Int?
  /// The cell's text, when it is not the value's interchange form.
  package let raw: String?

  package init(key: FieldKey, value: Value, column: Int?, cellRow: Int? = nil, raw: String?) {
    self.key = key
    self.value = value
    self.column = column
    self.cellRow = cellRow
    self.raw = raw
  }
}
