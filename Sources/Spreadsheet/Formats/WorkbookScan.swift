/// A workbook opened for streaming, sheet by sheet and row by row; nothing read is kept.
package struct WorkbookScan {
  package let format: Workbook.Format
  package let hasMacros: Bool
  package let properties: [String: String]
  package let dateSystem: DateSystem
  private var sheets: Sheets
  private let budget: TextBudget
  private let isStopped: @Sendable () -> Bool

  /// The remaining sheets, by file format.
  private enum Sheets {
    case workbook(OOXMLWorkbook)
    case openDocument(ODFWorkbook)
    case binary(BIFFWorkbook)
    case text(DelimitedText)
    case none
  }

  /// Opens bytes of any format, recognised by their content. Throws `stopped`, here and while rows are
  /// read, soon after `isStopped` returns true.
  package init(
    _ bytes: [UInt8], limits: Limits = .standard,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) throws(SpreadsheetError) {
    self.isStopped = isStopped
    guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
    budget = TextBudget(limits)
    switch ContentKind.recognize(bytes) {
    case .archive:
      let archive = try Archive(bytes, limits: limits, isStopped: isStopped)
      if ODFWorkbook.isOpenDocument(archive) {
        let workbook = try ODFWorkbook(archive, limits: limits)
        format = .ods
        hasMacros = workbook.hasMacros
        properties = workbook.properties
        dateSystem = workbook.dateSystem
        sheets = .openDocument(workbook)
      } else {
        let workbook = try OOXMLWorkbook(archive, limits: limits)
        format = .xlsx
        hasMacros = workbook.hasMacros
        properties = workbook.properties
        dateSystem = workbook.dateSystem
        sheets = .workbook(workbook)
      }
    case .text:
      let text = try DelimitedText(bytes, limits: limits)
      format = .delimited(encoding: text.encoding, separator: text.separator)
      hasMacros = false
      properties = [:]
      dateSystem = .from1900
      sheets = .text(text)
    case .xls:
      let workbook = try BIFFWorkbook(bytes, limits: limits)
      format = .xls
      hasMacros = workbook.hasMacros
      properties = [:]
      dateSystem = workbook.dateSystem
      sheets = .binary(workbook)
    case let kind: throw .unsupported(kind)
    }
  }

  /// Opens the next sheet, nil after the last; read each to its end before the next.
  package mutating func nextSheet() throws(SpreadsheetError) -> SheetReader? {
    var reader = try openSheet()
    reader?.budget = budget
    reader?.isStopped = isStopped
    return reader
  }

  private mutating func openSheet() throws(SpreadsheetError) -> SheetReader? {
    switch sheets {
    case .workbook(var workbook):
      sheets = .none
      let reader = try workbook.nextSheet()
      sheets = .workbook(workbook)
      return reader
    case .openDocument(let workbook): return try workbook.nextSheet()
    case .binary(var workbook):
      sheets = .none
      let reader = try workbook.nextSheet()
      sheets = .binary(workbook)
      return reader
    case .text(let text):
      sheets = .none
      return SheetReader(name: "", isHidden: false, rows: DelimitedParser(text))
    case .none: return nil
    }
  }
}
