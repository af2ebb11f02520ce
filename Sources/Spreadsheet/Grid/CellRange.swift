/// A rectangle of cells, such as a merge; rows count from 1 and columns from 0.
package struct CellRange: Sendable, Hashable {
  package var firstRow: Int
  package var lastRow: Int
  package var firstColumn: Int
  package var lastColumn: Int

  /// The rectangle between two opposite corners.
  package init(firstRow: Int, lastRow: Int, firstColumn: Int, lastColumn: Int) {
    self.firstRow = min(firstRow, lastRow)
    self.lastRow = max(firstRow, lastRow)
    self.firstColumn = min(firstColumn, lastColumn)
    self.lastColumn = max(firstColumn, lastColumn)
  }

  /// Whether a cell is inside.
  package func contains(row: Int, column: Int) -> Bool {
    firstRow <= row && row <= lastRow && firstColumn <= column && column <= lastColumn
  }

  /// Reads "A1:B2", or "A1" for a single cell.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    let head = UnsafeBufferPointer(rebasing: bytes[..<(colon ?? bytes.count)])
    let tail = colon.map { UnsafeBufferPointer(rebasing: bytes[($0 + 1)...]) } ?? head
    guard let first = CellReference.parse(head), let last = CellReference.parse(tail) else {
      return nil
    }
    self.init(
      firstRow: first.row, lastRow: last.row, firstColumn: first.column, lastColumn: last.column)
  }
}

extension CellRange: CustomStringConvertible {
  /// The range as "A1:B2", a single cell as "A1".
  package var description: String {
    let first = CellReference.name(row: firstRow, column: firstColumn)
    let last = CellReference.name(row: lastRow, column: lastColumn)
    return first == last ? first : first + ":" + last
  }
}
