/// The number of cells in a workbook, and a checksum over all their values.
package struct CellCount: Sendable, Hashable {
  package private(set) var sheets = 0
  package private(set) var rows = 0
  package private(set) var cells = 0
  /// FNV-1a, 64 bits, over the values in reading order: for each a letter for its kind, the text in
  /// UTF-8 or mantissa and exponent, and an end mark.
  package var checksum: UInt64 { sum.value }
  private var sum = Checksum()

  /// Reads and decodes the whole file without keeping it.
  package init(_ bytes: [UInt8], limits: Limits = .standard) throws(SpreadsheetError) {
    var scan = try WorkbookScan(bytes, limits: limits)
    while var reader = try scan.nextSheet() {
      sheets += 1
      while let row = try reader.next() { add(row) }
    }
  }

  private mutating func add(_ row: Row) {
    rows += 1
    cells += row.cells.count
    row.cells.add(to: &sum)
  }
}
