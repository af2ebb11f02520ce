/// A sheet: its rows with values, its merges and what of it is hidden.
package struct Sheet: Sendable, Hashable {
  /// The name on the tab; empty for delimited text.
  package var name: String
  /// Whether the sheet is hidden, or hidden so well that only a macro shows it.
  package var isHidden: Bool
  /// The rows that hold values, ascending by number.
  package var rows: [Row]
  package var merges: [CellRange]
  /// Hidden columns, counted from 0.
  package var hiddenColumns: [ClosedRange<Int>]
  /// Cells that were torn in the file.
  package var damage: [CellDamage]

  /// A sheet of rows that ascend by number.
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
