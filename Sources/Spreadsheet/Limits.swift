/// How much a file may ask of the reader before it is refused.
///
/// The standard limits hold everything Excel can save; tighten them for uploads from strangers.
package struct Limits: Sendable, Hashable {
  /// Bytes of the file itself.
  package var fileBytes = 2 << 30
  /// Bytes one part of the package may unpack to.
  package var partBytes = 4 << 30
  /// Bytes all parts that are read may unpack to.
  package var totalBytes = 6 << 30
  /// Unpacked bytes per packed byte; looked at once a part has unpacked to `ratioFloor` bytes.
  package var ratio = 200
  /// Unpacked bytes below which no ratio is suspicious.
  package var ratioFloor = 16 << 20
  /// Entries of the zip archive.
  package var parts = 10_000
  /// Sheets of a workbook.
  package var sheets = 1_000
  /// Rows of a sheet, or records of a text.
  package var rows = 1_048_576
  /// Columns of a sheet, or fields of a record.
  package var columns = 16_384
  /// Cells with a value in the whole workbook.
  package var cells = 64_000_000
  /// Cells of a workbook that are there only because a count in the file repeats others.
  package var repeatedCells = 4_000_000
  /// Styles of an OpenDocument file.
  package var styles = 200_000
  /// Merged ranges of a sheet.
  package var merges = 100_000
  /// Bytes of the text of one cell, and of any other single token of XML; less than 1 << 30.
  package var textBytes = 1 << 20
  /// Bytes of the text of all cells together; a shared string counts in every cell that has it.
  package var cellTextBytes = 1 << 30
  /// Bytes of a workbook's shared strings.
  package var sharedTextBytes = 1 << 30
  /// Elements inside elements.
  package var depth = 256
  /// Attributes of one element.
  package var attributes = 256

  /// The limits that every workbook Excel or WPS can save stays within.
  package static let standard = Limits()

  /// Limits with every figure at its standard value.
  package init() {}
}
