import Ledger

/// The facts about a column that each of its cells needs; few, because every cell carries them.
struct CellColumn: Sendable {
  /// Column number from 0.
  let index: Int
  let meaning: ColumnMeaning
  /// The unit that header or sheet state for its numbers.
  let unit: MeasureUnit?
  let isForeignCurrency: Bool
  /// Whether a number's displayed digits count: leading zeros of a code, but not of a year.
  let showsDigits: Bool
  /// Whether it holds money, whose formats may divide or name a unit.
  let isOfMoney: Bool

  init(_ column: TableColumn) {
    index = column.index
    meaning = column.meaning
    unit = column.unit
    isForeignCurrency = column.isForeignCurrency
    switch column.meaning.field?.kind {
    case .money, .series: isOfMoney = true
    default: isOfMoney = false
    }
    switch column.meaning {
    case .sequence, .mark, .contactAndPhone, .nameAndCode, .nameAndContent: showsDigits = true
    default: showsDigits = column.meaning.field?.kind == .text
    }
  }
}
