/// The reason why a workbook could not be written: facts only, put into words elsewhere.
package enum WriteError: Error, Sendable, Hashable {
  /// The folder of the file does not exist.
  case folderMissing(String)
  /// The path is a folder.
  case isFolder(String)
  /// The path is something that files cannot be written to, such as a disk or a socket.
  case notAFile(String)
  /// The file or its folder cannot be written, with the system's error number.
  case notWritable(String, errno: Int32)
  /// There is no space left on the disk.
  case diskFull(String)
  /// A part of the written file is truncated.
  case incomplete(part: String)
  /// A sheet's name is empty, longer than 31 characters, already used, or contains one of `[]:*?/\`.
  case sheetName(String)
  /// A cell is outside the grid of 1,048,576 rows and 16,384 columns.
  case outside(sheet: String, row: Int, column: Int)
  /// A cell above the current row, or a merge, in a workbook that is written row by row.
  case rowIsOver(sheet: String, row: Int)
  /// A pipe without a reader.
  case notRead(String)
  /// A text is longer than the 32,767 characters of a cell.
  case textTooLong(sheet: String, cell: String)
  /// A number is not finite.
  case notFinite(sheet: String, cell: String)
  /// A merge overlaps another one.
  case overlappingMerge(sheet: String, range: String)
  /// The choices of a list have more than 255 characters in total.
  case listTooLong(sheet: String, range: String)
  /// libxlsxwriter refused something else, with its error code.
  case refused(sheet: String?, code: Int)
  /// The workbook is already finished.
  case finished
}
