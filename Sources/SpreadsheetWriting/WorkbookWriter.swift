internal import CXLSXWriter
import Spreadsheet

/// Writes a workbook with libxlsxwriter: sheets are filled in any order, then `finish` makes the file.
///
/// The file appears at its path completely or not at all: it is written to a temporary name, verified,
/// flushed to disk and renamed. Without `finish` nothing is left. Rows count from 1 and columns from 0,
/// as everywhere in this module.
package final class WorkbookWriter {
  private let target: TargetFile
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private var styles: [CellStyle: StyleID] = [:]
  private(set) var formats: [UnsafeMutablePointer<lxw_format>] = []
  let filling: Filling

  /// The order in which the cells of a sheet are written.
  package enum Filling: Sendable {
    /// Any order; the sheet is in memory until it is finished.
    case anyOrder
    /// Row by row downwards, without merges: a row is flushed to disk when the next one begins, and
    /// texts are inline instead of in a shared table.
    case rowByRow
  }

  /// Starts a workbook and checks that its path is writable. Throws `folderMissing`, `isFolder`,
  /// `notAFile`, `notWritable` or `refused`.
  package init(
    path: String, properties: WorkbookProperties, filling: Filling
  ) throws(WriteError) {
    self.filling = filling
    target = try TargetFile(path: path)
    var options = lxw_workbook_options()
    options.use_zip64 = 0
    options.constant_memory = filling == .rowByRow ? 1 : 0
    let workbook = TargetFile.scratchFolder.withCString { folder in
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return target.temporary.withCString { workbook_new_opt($0, &options) }
    }
    guard let workbook else { throw .refused(sheet: nil, code: 0) }
    self.workbook = workbook
    Self.measure(workbook)
    try properties.apply(to: workbook)
  }

  /// Sets the font for column widths to Arial of 10 points, whose metrics every office program has;
  /// where Calibri is missing, some make columns a third too wide.
  private static func measure(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    guard let own = workbook.pointee.formats?.pointee.stqh_first else { return }
    format_set_font_name(own, "Arial")
    format_set_font_size(own, 10)
  }

  deinit {
    if let workbook { lxw_workbook_free(workbook) }
  }

  /// Adds a sheet after the others; `SheetNames` makes valid names. Throws `sheetName`.
  package func addSheet(_ name: String) throws(WriteError) -> SheetWriter {
    let workbook = try open()
    let problem = name.withCString { workbook_validate_sheet_name(workbook, $0) }
    guard problem == LXW_NO_ERROR, !name.isEmpty, name == XMLCharacters.legible(name) else {
      throw .sheetName(name)
    }
    guard let sheet = name.withCString({ workbook_add_worksheet(workbook, $0) }) else {
      throw .sheetName(name)
    }
    return SheetWriter(sheet, name: name, in: self)
  }

  /// The ID of a style; equal styles share one.
  package func style(_ style: CellStyle) throws(WriteError) -> StyleID {
    if let known = styles[style] { return known }
    guard let format = workbook_add_format(try open()) else {
      throw .refused(sheet: nil, code: 0)
    }
    style.apply(to: format)
    let id = StyleID(index: formats.count)
    formats.append(format)
    styles[style] = id
    return id
  }

  /// Defines a name in the workbook for a formula such as "=Sheet1!$A$1:$A$9".
  package func define(name: String, as formula: String) throws(WriteError) {
    let workbook = try open()
    let code = name.withLegibleCString { name in
      formula.withLegibleCString { workbook_define_name(workbook, name, $0) }
    }
    guard code == LXW_NO_ERROR else { throw .refused(sheet: nil, code: Int(code.rawValue)) }
  }

  /// Adds a custom property that is known only after the cells are written.
  package func state(_ property: WorkbookProperties.CustomProperty) throws(WriteError) {
    try property.apply(to: try open())
  }

  /// Finishes the file and moves it to its path.
  package func finish() throws(WriteError) {
    let workbook = try open()
    self.workbook = nil
    // The library frees the workbook even on failure.
    let code = workbook_close(workbook)
    guard code == LXW_NO_ERROR else { throw target.failure(code) }
    try PackageCheck.run(target.temporary)
    try target.commit()
  }

  /// The workbook. Throws `finished` when it can no longer be changed.
  func open() throws(WriteError) -> UnsafeMutablePointer<lxw_workbook> {
    guard let workbook else { throw .finished }
    return workbook
  }
}
