import Spreadsheet

/// Names of cells as findings write them.
enum CellName {
  /// Such as `C12`.
  static func of(row: Int, column: Int) -> String {
    CellReference.name(row: row, column: column)
  }
}
