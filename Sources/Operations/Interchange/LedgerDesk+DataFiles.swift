import Foundation
import Ledger
import Reports
import Spreadsheet
import Storage
import Wording

extension LedgerDesk {
  /// Writes a file that is no workbook, whole or not at all; into a folder under a name that says what it
  /// is, day and revision. Returns the file's path. Throws `formatNotOffered`, `journalIsWhole`,
  /// `withoutProjects`.
  @discardableResult
  package func export(_ data: DataFile, _ options: ExportOptions, to path: String) throws -> String
  {
    let format = try FileFormat.of(
      path, asked: options.format, from: data.formats, name: data.rawValue)
    if options.withPDF, data != .brief {
      throw InterchangeError.formatNotOffered("pdf", of: data.rawValue, offered: [format.rawValue])
    }
    let office = options.withPDF ? try Office.found() : nil
    return try reading(for: .export) { store, catalogue in
      let options = options.made(by: self)
      let filter = try ProjectFilter(options: options.question.filter, catalogue: catalogue)
      let edition = try BookPress.edition(filter, store, catalogue)
      let name = edition.fileName(data.title, format)
      let path = Self.isFolder(path) ? path + "/" + name : path
      let file = try output(path)
      switch data {
      case .journal:
        guard Set(options.question.filter.keys).isSubset(of: ["as-of"]) else {
          throw InterchangeError.journalIsWhole
        }
        // The journal tells all: nobody gets a part of it.
        try requireEverywhere(.export, in: catalogue)
        try JournalFile(store).write(to: file, through: edition.revision)
      case .oc4ids: try OC4IDSPackage(edition, store).write(to: file)
      case .brief: try BookPress([.leaders], options, store, catalogue).writeBrief(to: file)
      }
      try office?.writePDF(of: file, to: output(Office.path(of: path)))
      return path
    }
  }
}
