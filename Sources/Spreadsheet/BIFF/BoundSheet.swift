/// A sheet's entry in the workbook, the record BOUNDSHEET ([MS-XLS] §2.4.28).
struct BoundSheet {
  let name: String
  /// The offset of the sheet's BOF in the stream.
  let offset: Int
  /// Hidden, or "very hidden", which only a macro can undo.
  let isHidden: Bool
  /// False for charts, macro sheets and modules.
  let isWorksheet: Bool
  /// Whether it is a sheet of Excel 4.0 macros or a Visual Basic module.
  let isMacro: Bool

  init(
    _ record: Record, text: TextReader, before reader: RecordReader
  ) throws(SpreadsheetError) {
    offset = record.body.uint32(0)
    isHidden = record.body.uint8(4) & 0x03 != 0
    let kind = record.body.uint8(5) & 0x0F
    isWorksheet = kind == 0
    isMacro = kind == 1 || kind == 6
    name = try text.read(record, at: 6, lengthSize: 1, before: reader)
  }
}
