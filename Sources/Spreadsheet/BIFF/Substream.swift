/// The records from a BOF to its EOF ([MS-XLS] §2.1.7.20): those of the workbook as a whole, or of one sheet.
struct Substream {
  /// The kind stated in the BOF.
  let kind: Kind
  private(set) var reader: RecordReader

  /// The kinds that are read; charts, macro sheets and modules are `other`.
  enum Kind {
    case globals, worksheet, other
  }

  /// Opens the substream whose BOF is at this offset.
  init(_ stream: BIFFStream, at offset: Int) throws(SpreadsheetError) {
    reader = RecordReader(stream, at: offset)
    let start = try reader.next()
    guard start.kind == .bof else { throw stream.damaged(start) }
    switch start.body.uint16(2) {
    case 0x0005: kind = .globals
    case 0x0010: kind = .worksheet
    default: kind = .other
    }
  }

  /// The next record; nil at the end. Nested substreams, such as embedded charts, are skipped.
  @inline(__always)
  mutating func next() throws(SpreadsheetError) -> Record? {
    var depth = 0
    while true {
      let record = try reader.next()
      switch record.kind {
      case .bof: depth += 1
      case .eof:
        if depth == 0 { return nil }
        depth -= 1
      default: if depth == 0 { return record }
      }
    }
  }
}
