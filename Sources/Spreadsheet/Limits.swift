/// How much of a file is read at most: a list is never that large, an attack may be.
package struct Limits: Sendable {
  /// Bytes of one part after unpacking.
  package var partBytes = 1 << 30
  /// Bytes of all parts read, after unpacking.
  package var totalBytes = 2 << 30
  /// How many times larger unpacked bytes may be than packed ones, beyond the first 16 MiB.
  package var ratio = 400
  /// Parts of a package.
  package var parts = 10_000
  /// Sheets of a workbook.
  package var sheets = 1000
  /// Cells that hold something, over all sheets.
  package var cells = 60_000_000
  /// Bytes of one text.
  package var textBytes = 1 << 20
  /// Merged ranges of a sheet.
  package var merges = 200_000
  /// Depth of nested elements.
  package var depth = 256

  package static let standard = Limits()
}
