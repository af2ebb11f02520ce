import Foundation
import Spreadsheet

/// The lists of `Tests/Fixtures/Lists` that can be opened.
enum ListFiles {
  static let readable: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasSuffix(".json") && (try? workbook($0)) != nil }.sorted()
  }()

  static func workbook(_ name: String) throws -> Workbook {
    try Workbook.read([UInt8](Data(contentsOf: folder.appending(path: name))))
  }

  /// The same with the middle of long sheets left out, so that many edits of it are quick.
  static func short(_ name: String) throws -> Workbook {
    var workbook = try workbook(name)
    for index in workbook.sheets.indices where workbook.sheets[index].rows.count > 80 {
      let rows = workbook.sheets[index].rows
      workbook.sheets[index].rows = Array(rows.prefix(60) + rows.suffix(10))
    }
    return workbook
  }

  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Lists")
}
