/// Why a workbook could not be written: facts, to be put into words elsewhere.
package enum WriteError: Error, Sendable, Hashable {
  /// The folder the file should go into does not exist.
  case folderMissing(String)
  /// A folder stands where the file should.
  case isFolder(String)
  /// Something stands at the path that files cannot be written to, such as a disk or a socket.
  case notAFile(String)
  /// The file or its folder cannot be written, with the system's error number.
  case notWritable(String, errno: Int32)
  /// There is no room left on the disk.
  case diskFull(String)
  /// The written file is not whole: a part of it is cut off.
  case incomplete(part: String)
  /// A sheet's name is empty, longer than 31 characters, taken, or holds one of `[]:*?/\`.
  case sheetName(String)
  /// A cell lies outside the grid of 1,048,576 rows and 16,384 columns.
  case outside(sheet: String, row: Int, column: Int)
  /// A cell above the row being written, or a merge, in a sheet that is filled row by row.
  case rowIsOver(sheet: String, row: Int)
  /// A text has more than the 32,767 characters a cell holds.
  /// A pipe whose other end nobody holds.
  case notRead(String)
  case textTooLong(sheet: String, cell: String)
  /// A number is not finite.
  case notFinite(sheet: String, cell: String)
  /// A merge overlaps another one.
  case overlappingMerge(sheet: String, range: String)
  /// The choices of a list are together longer than 255 characters.
  case listTooLong(sheet: String, range: String)
  /// libxlsxwriter refused something else, with its error number.
  case refused(sheet: String?, code: Int)
  /// The workbook is finished already.
  case finished
}
