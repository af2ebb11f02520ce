import Spreadsheet

/// The project row above the one that is read: what 同上 means there.
struct RowAbove {
  private(set) var row: Row?
  /// What its own ditto marks meant, by the positions of the columns.
  private var meant: [Int: CellValue?] = [:]
  /// What the marks of the row below it mean.
  private var meantBelow: [Int: CellValue?] = [:]

  /// What a ditto mark below the row means, in a mapped column; `cell` reads the row's own cell.
  mutating func ditto(at position: Int, _ cell: (Row) -> CellValue?) -> CellValue? {
    let value = meant[position] ?? row.flatMap(cell)
    meantBelow[position] = .some(value)
    return value
  }

  /// The row that was read is the one above from now on.
  mutating func become(_ row: Row) {
    self.row = row
    if !meant.isEmpty || !meantBelow.isEmpty { (meant, meantBelow) = (meantBelow, [:]) }
  }
}
