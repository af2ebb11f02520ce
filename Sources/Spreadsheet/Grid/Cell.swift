/// A cell that holds a value.
package struct Cell: Sendable, Hashable {
  /// The column, counted from 0.
  package let column: Int
  package var value: CellValue

  /// A cell at a column counted from 0.
  package init(column: Int, value: CellValue) {
    self.column = column
    self.value = value
  }
}

/// What a cell holds: the stored value, not the displayed one; the cached result of a formula.
package enum CellValue: Sendable, Hashable {
  case text(String)
  case number(DecimalNumber)
  /// A number whose format shows another one.
  case shown(ShownNumber)
  case date(CellDate)
  case boolean(Bool)
  /// An error by its literal, such as "#REF!".
  case error(String)
  /// A formula whose result the file does not hold.
  case uncalculated
}
