import Foundation
package import Ledger
import Reports
import Storage
import Wording

/// The result of publishing.
package struct Issue: Sendable {
  package fileprivate(set) var publications: [Publication]
  /// Books that have nothing to compare with.
  package let leftOut: [Book]
  /// Files that could not be written.
  package let failed: [WrittenFile]
  /// The paths of the covering texts, briefs and PDF files.
  package let letters: [String]
}

extension LedgerOperations {
  /// Writes a set of books with a covering text into a folder, and records them in the register of exports,
  /// which does not change the ledger's revision. If one book fails, the others are still written; if all fail,
  /// nothing is recorded. Nothing is written if it could not be recorded: with an unconfirmed clock, or in a
  /// read-only ledger.
  package func publish(
    _ books: [Book], _ options: ExportOptions, to folder: String
  ) throws -> Issue {
    let office = options.withPDF ? try Office.found() : nil
    try act(.publish) { try $0.store.confirmClock(now()) }
    try Self.makeFolder(folder)
    var issue = try reading(for: .publish) { store, catalogue in
      let press = try BookPress(books, options.made(by: self), store, catalogue)
      let possible = try books.filter(press.canWrite)
      let files = try possible.map { book in
        try WrittenFile.writing(
          book.title, to: folder + "/" + press.edition.fileName(book.title, .xlsx)
        ) { try press.write(book, as: .xlsx, to: output($0)) }
      }
      let written = zip(possible, files).filter { $1.failure == nil }
      let briefs = try self.briefs(of: press, for: written.map(\.0), folder)
      let pages = try (written.map(\.1) + briefs).filter { $0.failure == nil }.compactMap { file in
        try office.map { try self.pages(of: file, by: $0) }
      }
      let publications = try written.map { book, file in
        Publication(
          at: now(), actor: actor, book: book.rawValue, filter: press.edition.filter.queryText,
          revision: press.edition.revision, projects: press.projects,
          file: URL(filePath: file.path).lastPathComponent,
          sha256: try ReceivedFile(path: file.path).sha256)
      }
      let letter = CoveringText(
        press, zip(written, publications).map { ($0.0, $1.file) },
        briefs: briefs.filter { $0.failure == nil }.map {
          URL(filePath: $0.path).lastPathComponent
        }, hints)
      return Issue(
        publications: publications, leftOut: books.filter { !possible.contains($0) },
        failed: (files + briefs + pages).filter { $0.failure != nil },
        letters: publications.isEmpty
          ? []
          : try (briefs + pages).filter { $0.failure == nil }.map(\.path)
            + letter.write(to: folder, output))
    }
    if issue.publications.isEmpty { return issue }
    do {
      issue.publications = try act(.publish) { try $0.store.keep(issue.publications) }
    } catch let error as StorageError {
      let files = issue.publications.map { folder + "/" + $0.file } + issue.letters
      throw OperationError.notRegistered(files: files.count, folder, because: error)
    }
    return issue
  }

  /// The brief for the leaders' book.
  private func briefs(
    of press: BookPress, for books: [Book], _ folder: String
  ) throws -> [WrittenFile] {
    guard books.contains(.leaders) else { return [] }
    let path = folder + "/" + press.edition.fileName(CoveringBrief.title, .docx)
    return [
      try WrittenFile.writing(CoveringBrief.title, to: path) {
        try press.writeBrief(to: output($0))
      }
    ]
  }

  /// The PDF of a file, beside it.
  private func pages(of file: WrittenFile, by office: Office) throws -> WrittenFile {
    try interruption.check()
    return try WrittenFile.writing(file.title + "（PDF）", to: Office.path(of: file.path)) {
      try office.writePDF(of: output(file.path), to: output($0))
    }
  }

  /// The last issued books, newest first. A person who sees only a part of the ledger gets their own, because
  /// the register counts the projects of each book.
  package func publications(limit: Int) throws -> [Publication] {
    try reading { store, _ in
      if store.sight.reach.isEverything { return try store.publications(limit: limit) }
      return Array(
        try store.publications(limit: .max).filter { isShown($0, store) }.prefix(limit))
    }
  }

  /// Whether the person may see an issued book.
  func isShown(_ publication: Publication, _ store: LedgerStore) -> Bool {
    store.sight.reach.isEverything || person.isActor(publication.actor)
  }
}
