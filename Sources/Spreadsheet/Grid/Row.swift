/// A row that holds at least one value.
package struct Row: Sendable, Hashable {
  /// The number as in the file, from 1; in delimited text the number of the record.
  package var number: Int
  package var isHidden: Bool
  /// The cells with a value, ascending by column.
  package var cells: [Cell]

  /// A row of cells that ascend by column.
  package init(number: Int, isHidden: Bool = false, cells: [Cell]) {
    self.number = number
    self.isHidden = isHidden
    self.cells = cells
  }

  /// The value at a column counted from 0, nil when the cell is blank.
  package subscript(column column: Int) -> CellValue? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].column == column ? cells[low].value : nil
  }
}
