import Spreadsheet

/// Letters of a column counted from 0, as formulas write them.
enum ColumnLetters {
  static func text(_ column: Int) -> String { CellReference.letters(column) }
}
