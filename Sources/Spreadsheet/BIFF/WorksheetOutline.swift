/// A worksheet's hidden rows and columns and its merges, gathered before the cells: their records may
/// come anywhere.
struct WorksheetOutline {
  /// Hidden rows, counted from 0.
  private(set) var hiddenRows: Set<Int> = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  private(set) var merges: [CellRange] = []
  /// The offset in the stream where the sheet ends.
  private(set) var end = 0

  /// Reads a substream from its beginning to its end.
  init(_ substream: Substream, sheet: BoundSheet, limits: Limits) throws(SpreadsheetError) {
    var records = substream
    while let record = try records.next() {
      switch record.kind {
      case .row: readRow(record.body)
      case .colInfo: readColumns(record.body, limits: limits)
      case .mergeCells: try readMerges(record.body, sheet: sheet.name, limits: limits)
      default: break
      }
    }
    end = records.reader.offset
  }

  /// The record ROW ([MS-XLS] §2.4.220): a row of height 0 is hidden too.
  private mutating func readRow(_ body: Bytes) {
    guard body.count >= 16 else { return }
    let isHidden = body.uint16(12) & 0x20 != 0 || body.uint16(6) & 0x7FFF == 0
    if isHidden { hiddenRows.insert(body.uint16(0)) }
  }

  /// The record COLINFO ([MS-XLS] §2.4.53): columns of width 0 are hidden too.
  private mutating func readColumns(_ body: Bytes, limits: Limits) {
    let first = body.uint16(0)
    let last = min(body.uint16(2), limits.columns - 1)
    let isHidden = body.uint16(8) & 0x01 != 0 || body.uint16(4) == 0
    if body.count >= 10, isHidden, first <= last { hiddenColumns.append(first...last) }
  }

  /// The record MERGECELLS ([MS-XLS] §2.4.168).
  private mutating func readMerges(
    _ body: Bytes, sheet: String, limits: Limits
  ) throws(SpreadsheetError) {
    for index in 0..<min(body.uint16(0), max(0, body.count - 2) / 8) {
      let start = 2 + index * 8
      let range = CellRange(
        firstRow: body.uint16(start) + 1, lastRow: body.uint16(start + 2) + 1,
        firstColumn: body.uint16(start + 4), lastColumn: body.uint16(start + 6))
      func exceeded(_ limit: SpreadsheetError.Limit) -> SpreadsheetError {
        .exceeded(limit, part: sheet, at: range.description)
      }
      guard merges.count < limits.merges else { throw exceeded(.merges) }
      guard range.lastRow <= limits.rows else { throw exceeded(.rows) }
      guard range.lastColumn < limits.columns else { throw exceeded(.columns) }
      merges.append(range)
    }
  }
}
