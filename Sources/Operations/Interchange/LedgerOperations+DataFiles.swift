import Foundation
import Ledger
import Reports
import Spreadsheet
import SpreadsheetWriting
import Storage
import Wording

extension LedgerOperations {
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

  /// Writes the journal behind an entry, whole or not at all: what a copy lacks.
  package func writeJournal(after entry: Int64, to path: String) throws {
    try reading(for: .export) { store, catalogue in
      try requireEverywhere(.export, in: catalogue)
      // It holds what was written, contacts and all.
      try requireEverywhere(.contacts, in: catalogue)
      try JournalFile(store).write(to: output(path), after: entry, through: store.revision)
    }
  }

  /// Writes the projects of a filter as JSON Lines, an object a project as lists have them, whole or not at all.
  package func writeLines(
    _ options: QuestionOptions, columns: [ListColumn]?, to path: String
  ) throws {
    // Columns, and what was reported for a month, are worked out for all of them at once.
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
