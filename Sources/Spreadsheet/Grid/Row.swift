/// A row with at least one value.
package struct Row: Sendable, Hashable {
  /// The number as in the file, from 1; in delimited text the record's number.
  package var number: Int
  package var isHidden: Bool
  /// The cells with a value, ascending by column.
  package var cells: Cells

  package init(number: Int, isHidden: Bool = false, cells: Cells) {
    self.number = number
    self.isHidden = isHidden
    self.cells = cells
  }

  /// A row of cells in any order; of two in one column the later one is kept.
  package init(number: Int, isHidden: Bool = false, cells: [Cell]) {
    self.init(number: number, isHidden: isHidden, cells: Cells(cells))
  }

  /// The value at a column counted from 0, nil when the cell is blank.
  ///
  /// Setting one copies all cells of the row: for many changes, make an array of cells first.
  package subscript(column column: Int) -> CellValue? {
    get { cells.position(of: column).map { cells[$0].value } }
    set {
      if newValue == nil {
        guard let position = cells.position(of: column) else { return }
        if position == cells.count - 1 {
          cells = cells.droppingLast()
          return
        }
      }
      let others = cells.filter { $0.column != column }
      cells = Cells(others + (newValue.map { [Cell(column: column, value: $0)] } ?? []))
    }
  }
}

extension Cells {
  /// The position of the cell in a column; nil when it is blank.
  package func position(of column: Int) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self.column(at: middle) < column { low = middle + 1 } else { high = middle }
    }
    return low < count && self.column(at: low) == column ? low : nil
  }
}
