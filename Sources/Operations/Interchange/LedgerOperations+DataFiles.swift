import Foundation
import Ledger
import Reports
import Spreadsheet
import SpreadsheetWriting
import Storage
import Wording

extension LedgerOperations {
  /// Writes a file that is not a workbook, atomically; in a folder it is named by its title, day and revision.
  /// Returns the file's path. Throws `formatNotOffered`, `journalIsWhole`, `withoutProjects`.
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
        // The journal covers all projects, so it is never exported in part.
        try requireEverywhere(.export, in: catalogue)
        try JournalFile(store).write(to: file, through: edition.revision)
      case .oc4ids: try OC4IDSPackage(edition, store).write(to: file)
      case .brief: try BookPress([.leaders], options, store, catalogue).writeBrief(to: file)
      }
      try office?.writePDF(of: file, to: output(Office.path(of: path)))
      return path
    }
  }

  /// Writes the journal after an entry, atomically, to bring a copy up to date.
  package func writeJournal(after entry: Int64, to path: String) throws {
    try reading(for: .export) { store, catalogue in
      try requireEverywhere(.export, in: catalogue)
      // It contains all values as written, including contacts.
      try requireEverywhere(.contacts, in: catalogue)
      try JournalFile(store).write(to: output(path), after: entry, through: store.revision)
    }
  }

  /// Writes the projects of a filter as JSON Lines, one object per project in the form of lists, atomically.
  package func writeLines(
    _ options: QuestionOptions, columns: [ListColumn]?, to path: String
  ) throws {
    // Columns and values reported for a month are computed for all projects at once.
    if columns != nil || options.filter["month"] != nil {
      let answer =
        try columns.map { AnswerJSON.table(try table(options, columns: $0)) }
        ?? AnswerJSON.list(list(options))
      let rows = answer["projects"]?.items ?? []
      let file = try TextWriter(path: output(path))
      for row in rows { try file.write(row.text + "\n") }
      return try file.finish()
    }
    guard let sort = options.sort.map(ProjectSort.init) ?? .byID else {
      throw OperationError.unknownSort(options.sort ?? "")
    }
    try reading(for: .export) { store, catalogue in
      let filter = try ProjectFilter(options: options.filter, catalogue: catalogue)
      let file = try TextWriter(path: output(path))
      try store.forEachProject(filter, sort: sort, rows: .counted) { project in
        let members = ProjectJSON.members(of: project.record, catalogue)
        try file.write(JSON.object([("id", .integer(project.id))] + members).text + "\n")
      }
      try file.finish()
    }
  }
}
