import Ledger

/// What is asked of a column for each of its cells: no more, because it goes with every one of them.
struct CellColumn: Sendable {
  /// Column number from 0.
  let index: Int
  let meaning: ColumnMeaning
  /// The unit that header or sheet state for its numbers.
  let unit: MeasureUnit?
  let isForeignCurrency: Bool

  init(_ column: TableColumn) {
    index = column.index
    meaning = column.meaning
    unit = column.unit
    isForeignCurrency = column.isForeignCurrency
  }
}
