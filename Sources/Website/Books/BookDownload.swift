import Foundation
import Operations

/// A book as a file to keep, made for the answer and gone with it.
enum BookDownload {
  static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  /// The book under the name that it has in a folder.
  static func response(
    _ book: Book, _ options: ExportOptions, _ operations: LedgerOperations
  ) throws -> WebResponse {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try response(of: try operations.export(book, options, to: folder.path))
  }

  /// A folder to write a book into that nobody else looks into; whoever asks for it removes it.
  static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "taizhang-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return folder
  }

  /// A workbook that was written, taken into the answer.
  static func response(of path: String) throws -> WebResponse {
    .download(
      .file(try AnswerFile(taking: path)), name: URL(filePath: path).lastPathComponent, type: type)
  }
}
