/// How many cells a workbook holds, and a checksum over all of their values.
package struct CellCount: Sendable, Hashable {
  package private(set) var sheets = 0
  package private(set) var rows = 0
  package private(set) var cells = 0
  /// FNV-1a, 64 bits, over each value's JSON text and a line feed, in reading order.
  package private(set) var checksum: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Reads and decodes everything and keeps nothing of it.
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
    var text: [UInt8] = []
    for cell in row.cells {
      cell.value.appendJSON(to: &text)
      text.append(0x0A)
    }
    for byte in text { checksum = (checksum ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}
