/// A workbook of Excel 5.0 to 2003 or of WPS, opened: what all its sheets share is read, the sheets
/// are not.
struct BIFFWorkbook {
  let hasMacros: Bool
  private let stream: BIFFStream
  private let context: WorksheetContext
  private var sheets: [BoundSheet]
  /// The bytes of the stream that sheets take, as far as they have been opened.
  private var taken: [Range<Int>] = []

  var dateSystem: DateSystem { context.system }

  /// Opens a compound file, or a stream without one around it.
  init(_ bytes: [UInt8], limits: Limits) throws(SpreadsheetError) {
    let source = try BIFFSource(bytes, limits: limits)
    stream = source.stream
    let globals = try WorkbookGlobals(source.stream, limits: limits)
    context = globals.context
    sheets = globals.sheets.reversed()
    hasMacros = source.hasMacros || globals.sheets.contains(where: \.isMacro)
  }

  /// Opens the next sheet of cells; nil after the last.
  mutating func nextSheet() throws(SpreadsheetError) -> SheetReader? {
    while let sheet = sheets.popLast() {
      guard sheet.isWorksheet else { continue }
      let substream = try Substream(stream, at: sheet.offset)
      guard substream.kind == .worksheet else { continue }
      let outline = try WorksheetOutline(substream, sheet: sheet, limits: context.limits)
      // Sheets that share their bytes would make a small file a large workbook.
      let extent = sheet.offset..<outline.end
      guard !taken.contains(where: { $0.overlaps(extent) }) else {
        throw stream.damaged(at: sheet.offset)
      }
      taken.append(extent)
      let parser = WorksheetParser(
        substream, outline: outline, sheet: sheet.name, context: context)
      return SheetReader(name: sheet.name, isHidden: sheet.isHidden, rows: parser)
    }
    return nil
  }
}
