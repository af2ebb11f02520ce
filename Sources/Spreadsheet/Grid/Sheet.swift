/// A sheet: its rows with values, merges and hidden columns.
package struct Sheet: Sendable, Hashable {
  /// The name of the sheet; empty for delimited text.
  package var name: String
  /// Whether the sheet is hidden, or "very hidden", which only a macro can undo.
  package var isHidden: Bool
  /// The rows that hold values, ascending by number.
  package var rows: [Row]
  package var merges: [CellRange]
  /// Hidden columns, counted from 0.
  package var hiddenColumns: [ClosedRange<Int>]
  /// Cells that were damaged in the file.
  package var damage: [CellDamage]

  /// Makes a sheet; `rows` must ascend by number.
  package init(
    name: String, isHidden: Bool = false, rows: [Row], merges: [CellRange] = [],
    hiddenColumns: [ClosedRange<Int>] = [], damage: [CellDamage] = []
  ) {
    self.name = name
    self.isHidden = isHidden
    self.rows = rows
    self.merges = merges
    self.hiddenColumns = hiddenColumns
    self.damage = damage
  }
}
