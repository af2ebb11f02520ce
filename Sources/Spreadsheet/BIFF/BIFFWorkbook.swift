/// An opened workbook of Excel 5.0 to 2003 or of WPS: the parts that all sheets share are read, the
/// sheets are not.
struct BIFFWorkbook {
  let hasMacros: Bool
  private let stream: BIFFStream
  private let context: WorksheetContext
  private var sheets: [(place: Int, sheet: BoundSheet)]
  /// The offset where the workbook's own records end and the sheets' begin.
  private let endOfGlobals: Int
  /// The byte ranges of the sheets opened so far.
  private var taken: [Range<Int>] = []

  var dateSystem: DateSystem { context.system }

  /// Opens a compound file, or a bare stream.
  init(_ bytes: [UInt8], limits: Limits) throws(SpreadsheetError) {
    let source = try BIFFSource(bytes, limits: limits)
    stream = source.stream
    let globals = try WorkbookGlobals(source.stream, limits: limits)
    context = globals.context
    sheets = globals.sheets.enumerated().map { (place: $0, sheet: $1) }.reversed()
    endOfGlobals = globals.end
    hasMacros = source.hasMacros || globals.sheets.contains(where: \.isMacro)
  }

  /// Opens the next worksheet; nil after the last.
  mutating func nextSheet() throws(SpreadsheetError) -> SheetReader? {
    while let (place, sheet) = sheets.popLast() {
      guard sheet.isWorksheet else { continue }
      let (offset, substream) = try open(sheet, at: place)
      guard substream.kind == .worksheet else { continue }
      let outline = try WorksheetOutline(substream, sheet: sheet, limits: context.limits)
      // Overlapping sheets would make a small file a large workbook.
      let extent = offset..<outline.end
      guard !taken.contains(where: { $0.overlaps(extent) }) else {
        throw stream.damaged(at: offset)
      }
      taken.append(extent)
      let parser = WorksheetParser(
        substream, outline: outline, sheet: sheet.name, context: context)
      return SheetReader(name: sheet.name, isHidden: sheet.isHidden, rows: parser)
    }
    return nil
  }

  /// The substream of a sheet: at the offset in the workbook, else the one at the sheet's index, since
  /// some programs write offsets that are a few bytes off.
  private func open(
    _ sheet: BoundSheet, at place: Int
  ) throws(SpreadsheetError) -> (offset: Int, Substream) {
    do throws(SpreadsheetError) {
      return (sheet.offset, try Substream(stream, at: sheet.offset))
    } catch {
      var offset = endOfGlobals
      for _ in 0..<place {
        var before = try Substream(stream, at: offset)
        while try before.next() != nil {}
        offset = before.reader.offset
      }
      guard let found = try? Substream(stream, at: offset) else { throw error }
      return (offset, found)
    }
  }
}
