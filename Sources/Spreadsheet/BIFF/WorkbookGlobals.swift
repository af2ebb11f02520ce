/// The contents of the workbook's own substream: its sheets, and what their cells refer to.
struct WorkbookGlobals {
  let sheets: [BoundSheet]
  let context: WorksheetContext
  /// The offset in the stream where they end.
  let end: Int

  init(_ stream: BIFFStream, limits: Limits) throws(SpreadsheetError) {
    var records = try Substream(stream, at: 0)
    guard records.kind == .globals else { throw stream.damaged(at: 0) }
    var strings = SharedStrings()
    var system = DateSystem.from1900
    var codePage: Int?
    var characterSets: [Int] = []
    var formats: [Int] = []
    // Decoded last: the code page may come after them.
    var coded: [(record: Record, reader: RecordReader)] = []
    var listed: [(record: Record, reader: RecordReader)] = []
    while let record = try records.next() {
      switch record.kind {
      case .filePass: throw .encrypted
      case .codePage: codePage = record.body.uint16(0)
      case .font: characterSets.append(record.body.uint8(12))
      case .date1904: system = record.body.uint16(0) == 1 ? .from1904 : .from1900
      case .xf: formats.append(record.body.uint16(2))
      case .format: coded.append((record, records.reader))
      case .boundSheet: listed.append((record, records.reader))
      case .sst: strings = try SharedStrings(record, before: records.reader, limits: limits)
      default: break
      }
    }
    guard listed.count <= limits.sheets else {
      throw .exceeded(.sheets, part: stream.name, at: nil)
    }
    end = records.reader.offset
    let text = TextReader(
      stream.version, codePage: codePage ?? CodePage.assumed(ofFonts: characterSets))
    sheets = try listed.map { record, reader throws(SpreadsheetError) in
      try BoundSheet(record, text: text, before: reader)
    }
    var codes: [Int: String] = [:]
    for (record, reader) in coded {
      codes[record.body.uint16(0)] = try text.read(
        record, at: 2, lengthSize: stream.version == .biff5 ? 1 : 2, before: reader)
    }
    context = WorksheetContext(
      strings: strings, styles: Styles(formats: formats, codes: codes), system: system, text: text,
      limits: limits, budget: CellBudget(limits))
  }
}
