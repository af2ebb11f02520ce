import Foundation
import Operations

/// A book as a file to keep, made for the answer and gone behind it.
enum BookDownload {
  static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  static func response(
    _ book: Book, _ options: ExportOptions, _ desk: LedgerDesk
  ) throws -> WebResponse {
    let folder = try folder()
    do {
      let path = try desk.export(book, options, to: folder)
      return try moved(path, out: folder)
    } catch {
      try? FileManager.default.removeItem(atPath: folder)
      throw error
    }
  }

  /// An empty folder of its own.
  static func folder() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "taizhang-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return folder.path
  }

  /// A file taken out of its folder, which goes; the file goes when it is sent.
  static func moved(_ path: String, out folder: String) throws -> WebResponse {
    let file = folder + ".xlsx"
    try FileManager.default.moveItem(atPath: path, toPath: file)
    try? FileManager.default.removeItem(atPath: folder)
    return .download(
      .file(path: file, isTemporary: true), name: URL(filePath: path).lastPathComponent, type: type)
  }
}
