package import Foundation
package import SpreadsheetWriting

/// Workbooks written by tests and read back.
package enum WrittenWorkbook {
  package static let created = Date(timeIntervalSince1970: 1_774_915_200)

  /// The bytes of a workbook with one sheet.
  package static func bytes(
    _ fill: (WorkbookWriter, SheetWriter) throws -> Void
  ) throws -> [UInt8] {
    let folder = try TemporaryFolder.make()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "book.xlsx").path()
    var properties = WorkbookProperties(created: created)
    properties.comments = "ledger 7"
    properties.custom = [.init(name: "revision", value: "42")]
    let book = try WorkbookWriter(path: path, properties: properties, filling: .anyOrder)
    try fill(book, try book.addSheet("清单"))
    try book.finish()
    return [UInt8](try Data(contentsOf: URL(filePath: path)))
  }
}
