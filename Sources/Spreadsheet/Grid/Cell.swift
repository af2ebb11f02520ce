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

/// The value of a cell: the stored value, not the displayed one; for a formula, its cached result.
package enum CellValue: Sendable, Hashable {
  case text(String)
  case number(DecimalNumber)
  /// A number whose format displays another one.
  case shown(ShownNumber)
  case date(CellDate)
  case boolean(Bool)
  /// An error by its literal, such as "#REF!".
  case error(String)
  /// A formula without a result in the file.
  case uncalculated
}
