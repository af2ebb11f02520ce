import Foundation
import Ledger
import Operations

/// A list of projects as a file, with all its pages.
enum ProjectsFile {
  static func csv(_ context: PageContext) throws -> WebResponse {
    let state = try ProjectsQuery(context.query, context.operations.catalogue())
    var options = state.options
    (options.limit, options.offset) = (nil, 0)
    let answer = try context.operations.asking(for: .export).table(options, columns: state.columns)
    return .download(
      .bytes(Array((answer.content.csv + "\r\n").utf8)),
      name: context.operations.fileName("项目清单", "csv"),
      type: "text/csv; charset=utf-8")
  }

  /// The list as a workbook, with the same columns in the same order.
  static func book(_ context: PageContext) throws -> WebResponse {
    let state = try ProjectsQuery(context.query, context.operations.catalogue())
    var options = state.options
    (options.limit, options.offset) = (nil, 0)
    let folder = try BookDownload.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try BookDownload.response(
      of: try context.operations.exportList(options, columns: state.columns, to: folder.path))
  }
}
