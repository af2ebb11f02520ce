/// A cell that holds a value.
package struct Cell: Sendable, Hashable {
  package var value: CellValue
  private var position: Int32

  /// A cell at a column counted from 0.
  package init(column: Int, value: CellValue) {
    self.value = value
    position = Int32(clamping: column)
  }

  /// The column, counted from 0.
  package var column: Int { Int(position) }
}

/// What a cell holds: the stored value, not the displayed one; the cached result of a formula.
package enum CellValue: Sendable, Hashable {
  case text(String)
  case number(DecimalNumber)
  case date(CellDate)
  case boolean(Bool)
  /// An error by its literal, such as "#REF!".
  case error(String)
}
