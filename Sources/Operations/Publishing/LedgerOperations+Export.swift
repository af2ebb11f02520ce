import Foundation
import Ledger
import Reports
import Spreadsheet
import SpreadsheetWriting
import Storage
import Wording

extension LedgerOperations {
  /// Writes a book about the projects of a filter, atomically; in a folder it is named by book, filter, day and
  /// revision. Returns the file's path. Throws `formatNotOffered`.
  @discardableResult
  package func export(_ book: Book, _ options: ExportOptions, to path: String) throws -> String {
    let format = try FileFormat.of(
      path, asked: options.format, from: book.formats, name: book.rawValue)
    if options.withPDF, format != .xlsx {
      throw InterchangeError.formatNotOffered("pdf", of: format.rawValue, offered: ["xlsx"])
    }
    let office = options.withPDF ? try Office.found() : nil
    return try reading(for: book.right) { store, catalogue in
      let press = try BookPress([book], options.made(by: self), store, catalogue)
      let name = press.edition.fileName(book.title, format)
      let path = Self.isFolder(path) ? path + "/" + name : path
      let file = try output(path)
      try press.write(book, as: format, to: file)
      try office?.writePDF(of: file, to: output(Office.path(of: path)))
      return path
    }
  }

  /// Writes the usual books about all projects into a folder; if one fails, the others are still written.
  package func writeBooks(to folder: String) throws -> [WrittenFile] {
    try Self.makeFolder(folder)
    return try reading(for: .books) { store, catalogue in
      let press = try BookPress(
        Book.kept, ExportOptions(question: QuestionOptions(filter: [:])), store, catalogue)
      return try Book.kept.map { book in
        try interruption.check()
        return try WrittenFile.writing(book.title, to: folder + "/" + book.title + ".xlsx") {
          try press.write(book, as: .xlsx, to: output($0))
        }
      }
    }
  }

  static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }
}

extension Book {
  /// The right to export the book: formatted books need less than raw rows.
  fileprivate var right: Right { self == .raw ? .export : .books }
}

extension ExportOptions {
  /// The same, with a signed-in person as the maker unless one is given.
  func made(by operations: LedgerOperations) -> ExportOptions {
    var options = self
    options.imprint.maker = options.imprint.maker ?? operations.maker
    return options
  }
}

extension LedgerOperations {
  /// Whom every file names that is taken along; nil for whoever has no account.
  var maker: String? { person.login.map { _ in actor } }

  /// What a file is called that has no room inside for who takes it along: 项目清单_韦某（wei）.csv.
  package func fileName(_ title: String, _ ending: String) -> String {
    FileName.legal([title, maker].compactMap { $0 }.joined(separator: "_")) + "." + ending
  }
}

extension BookEdition {
  /// A file name such as 重大项目推进情况汇总_产业链为新能源的项目_2026-03-31_第12版.xlsx.
  func fileName(_ title: String, _ format: FileFormat) -> String {
    fileName(title, about: String(scope.prefix { $0 != "；" }), format)
  }

  /// The file name of a book: title, subject, requested month, day and revision.
  func fileName(_ title: String, about subject: String, _ format: FileFormat) -> String {
    let through = filter.month.map { "截至\($0.year)年\($0.lastMonth)月" }
    let day = filter.asOf?.text ?? ShanghaiCalendar.day(recordedAt)
    let parts = [title, subject, through, day, "第\(revision)版"].compactMap { $0 }
    return FileName.legal(parts.joined(separator: "_")) + "." + format.rawValue
  }
}
