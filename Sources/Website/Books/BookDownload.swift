import Foundation
import Operations

/// A book as a download, written to a temporary folder that is removed afterwards.
enum BookDownload {
  static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  /// Exports the book, under its usual file name.
  static func response(
    _ book: Book, _ options: ExportOptions, _ operations: LedgerOperations
  ) throws -> WebResponse {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try response(of: try operations.export(book, options, to: folder.path))
  }

  /// Creates a private temporary folder (mode 0700); the caller removes it.
  static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "taizhang-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return folder
  }

  /// Moves a written workbook into a response.
  static func response(of path: String) throws -> WebResponse {
    .download(
      .file(try AnswerFile(taking: path)), name: URL(filePath: path).lastPathComponent, type: type)
  }
}
