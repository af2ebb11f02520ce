import Spreadsheet

/// The project row above the current one, to which 同上 refers.
struct RowAbove {
  private(set) var row: Row?
  /// The values of its own ditto marks, by column position.
  private var meant: [Int: CellValue?] = [:]
  /// The values of the ditto marks in the row below it.
  private var meantBelow: [Int: CellValue?] = [:]

  /// The value of a ditto mark in the row below; `cell` reads the row's own cell of the column.
  mutating func ditto(at position: Int, _ cell: (Row) -> CellValue?) -> CellValue? {
    let value = meant[position] ?? row.flatMap(cell)
    meantBelow[position] = .some(value)
    return value
  }

  /// Makes the row just read the row above.
  mutating func become(_ row: Row) {
    self.row = row
    if !meant.isEmpty || !meantBelow.isEmpty { (meant, meantBelow) = (meantBelow, [:]) }
  }
}
