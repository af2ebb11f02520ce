import Foundation
import Ledger
import Operations

/// A list of projects as a file: all of them, not only the page that is seen.
enum ProjectsFile {
  static func csv(_ context: PageContext) throws -> WebResponse {
    let state = try ProjectsQuery(context.query, context.desk.catalogue())
    var options = state.options
    (options.limit, options.offset) = (nil, 0)
    let answer = try context.desk.asking(for: .export).table(options, columns: state.columns)
    return .download(
      .bytes(Array((answer.content.csv + "\r\n").utf8)), name: "项目清单.csv",
      type: "text/csv; charset=utf-8")
  }

  /// Every field of them, as the book that can be imported again.
  static func book(_ context: PageContext) throws -> WebResponse {
    let state = try ProjectsQuery(context.query, context.desk.catalogue())
    return try BookDownload.response(
      .raw, ExportOptions(question: QuestionOptions(filter: state.options.filter)), context.desk)
  }
}
