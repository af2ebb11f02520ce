/// Limits on the resources a file may use before it is refused.
///
/// The standard limits allow everything Excel can save; tighten them for untrusted uploads.
package struct Limits: Sendable, Hashable {
  /// Bytes of the file itself.
  package var fileBytes = 2 << 30
  /// Unpacked bytes of one part of the package.
  package var partBytes = 4 << 30
  /// Unpacked bytes of all parts that are read.
  package var totalBytes = 6 << 30
  /// Unpacked bytes per packed byte; checked once a part has unpacked to `ratioFloor` bytes.
  package var ratio = 200
  /// Unpacked bytes below which the ratio is not checked.
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
  /// Cells of a workbook that are copies made by a repeat count in the file.
  package var repeatedCells = 4_000_000
  /// Styles of an OpenDocument file.
  package var styles = 200_000
  /// Merged ranges of a sheet.
  package var merges = 100_000
  /// Bytes of the text of one cell, and of any other single XML token; less than 1 << 30.
  package var textBytes = 1 << 20
  /// Bytes of the text of all cells; a shared string counts in every cell that uses it.
  package var cellTextBytes = 1 << 30
  /// Bytes of a workbook's shared strings.
  package var sharedTextBytes = 1 << 30
  /// Nesting depth of elements.
  package var depth = 256
  /// Attributes of one element.
  package var attributes = 256

  /// The default limits, within which every workbook saved by Excel or WPS stays.
  package static let standard = Limits()

  /// Makes the standard limits.
  package init() {}
}
