internal import CXLSXWriter
import Spreadsheet

/// Writes a workbook with libxlsxwriter: sheets are filled in any order, `finish` makes the file.
///
/// The file appears at its path whole or not at all: it is written beside it under another name,
/// looked through, brought to the disk and then renamed. A writer that is not finished leaves
/// nothing behind. Rows count from 1 and columns from 0, as everywhere in this room.
package final class WorkbookWriter {
  private let target: TargetFile
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private var styles: [CellStyle: StyleID] = [:]
  private(set) var formats: [UnsafeMutablePointer<lxw_format>] = []
  let filling: Filling

  /// In which order the cells of a sheet come.
  package enum Filling: Sendable {
    /// Any; the sheet is kept in memory until it is finished.
    case anyOrder
    /// Row by row downwards, without merges: a row goes to the disk when the next one begins, and
    /// texts stand in their cells instead of in a table of shared ones.
    case rowByRow
  }

  /// Starts a workbook that will stand at a path; refuses at once where it could not.
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

  /// Columns are measured in digits of the workbook's own font: Arial of 10 points, of which every office
  /// program has the widths, where a missing Calibri leaves columns a third too wide in some.
  private static func measure(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
    guard let own = workbook.pointee.formats?.pointee.stqh_first else { return }
    format_set_font_name(own, "Arial")
    format_set_font_size(own, 10)
  }

  deinit {
    if let workbook { lxw_workbook_free(workbook) }
  }

  /// Adds a sheet behind the others; `SheetNames` makes any names ones that are taken.
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

  /// The handle of a style; equal styles share one.
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

  /// Gives a formula such as "=Sheet1!$A$1:$A$9" a name for the whole workbook.
  package func define(name: String, as formula: String) throws(WriteError) {
    let workbook = try open()
    let code = name.withLegibleCString { name in
      formula.withLegibleCString { workbook_define_name(workbook, name, $0) }
    }
    guard code == LXW_NO_ERROR else { throw .refused(sheet: nil, code: Int(code.rawValue)) }
  }

  /// States one more property by a name of its own: what is known only when the cells are written.
  package func state(_ property: WorkbookProperties.CustomProperty) throws(WriteError) {
    try property.apply(to: try open())
  }

  /// Makes the file and puts it in place.
  package func finish() throws(WriteError) {
    let workbook = try open()
    self.workbook = nil
    // The library frees the workbook whatever happens.
    let code = workbook_close(workbook)
    guard code == LXW_NO_ERROR else { throw target.failure(code) }
    try PackageCheck.run(target.temporary)
    try target.commit()
  }

  /// The workbook while it can still be changed.
  func open() throws(WriteError) -> UnsafeMutablePointer<lxw_workbook> {
    guard let workbook else { throw .finished }
    return workbook
  }
}
