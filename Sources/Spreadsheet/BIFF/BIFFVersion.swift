/// The versions of the binary interchange file format that hold a workbook of several sheets.
enum BIFFVersion {
  /// Excel 5.0 and 95: text in a code page.
  case biff5
  /// Excel 97 to 2003, and WPS: text in Unicode.
  case biff8

  /// The version that the first record, a BOF, states ([MS-XLS] §2.4.21).
  init(of stream: Bytes, named name: String) throws(SpreadsheetError) {
    switch (stream.uint16(0), stream.uint16(4)) {
    case (0x0809, 0x0500): self = .biff5
    case (0x0809, 0x0600): self = .biff8
    case (0x0009, _), (0x0209, _), (0x0409, _), (0x0809, _): throw .unsupported(.xls)
    default: throw .damaged(part: name, .record(offset: 0))
    }
  }
}
