import Foundation
import SpreadsheetWriting
import Wording

/// LibreOffice, if installed, for converting files to PDF.
///
/// The ledger does not lay out pages itself: the PDF should look like the workbook in an office program.
struct Office {
  private let program: String

  /// The program in `TAIZHANG_OFFICE`, else the first on the search path; throws `officeMissing`.
  static func found() throws -> Office {
    let environment = ProcessInfo.processInfo.environment
    let told = environment["TAIZHANG_OFFICE"].map { [$0] }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    let candidates = told ?? folders.flatMap { ["\($0)/soffice", "\($0)/libreoffice"] }
    guard let program = candidates.first(where: FileManager.default.isExecutableFile) else {
      throw OperationError.officeMissing
    }
    return Office(program: program)
  }

  /// Writes the PDF of a file atomically; throws `officeFailed`.
  func writePDF(of file: String, to path: String) throws {
    let folder = try ScratchFolder()
    defer { withExtendedLifetime(folder) {} }
    let made = URL(filePath: folder.path).appending(path: "pages")
    let process = Process()
    process.executableURL = URL(filePath: program)
    // A separate profile: a running instance would take over the file and this process would exit at once.
    func option(_ name: String) -> String { "--" + name }
    process.arguments = [
      "-env:UserInstallation=file://\(folder.path)/profile", option("headless"),
      option("norestore"), option("convert-to"), "pdf", option("outdir"), made.path,
      URL(filePath: file).path,
    ]
    (process.standardInput, process.standardOutput, process.standardError) = (
      FileHandle.nullDevice, FileHandle.nullDevice, FileHandle.nullDevice
    )
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    let name = URL(filePath: file).lastPathComponent
    guard (try? process.run()) != nil else { throw OperationError.officeFailed(file: name) }
    if ended.wait(timeout: .now() + Self.patience) == .timedOut { process.terminate() }
    let pages = made.appending(
      path: URL(filePath: file).deletingPathExtension().lastPathComponent + ".pdf")
    guard let bytes = try? Data(contentsOf: pages), !bytes.isEmpty else {
      throw OperationError.officeFailed(file: name)
    }
    let writer = try TextWriter(path: path)
    try writer.write([UInt8](bytes))
    try writer.finish()
  }

  /// A timeout in seconds: books of a hundred pages take some seconds.
  private static let patience: TimeInterval = 300

  /// The path of a file's PDF: beside it, with the same name.
  static func path(of file: String) -> String {
    let end = "." + URL(filePath: file).pathExtension
    return (end.count > 1 && file.hasSuffix(end) ? String(file.dropLast(end.count)) : file) + ".pdf"
  }
}
