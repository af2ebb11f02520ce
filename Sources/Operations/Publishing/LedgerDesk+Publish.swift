import Foundation
package import Ledger
import Reports
import Storage

/// What was sent out.
package struct Issue: Sendable {
  package let publications: [Publication]
  /// Books that had nothing to compare with.
  package let leftOut: [Book]
  /// The covering texts.
  package let letters: [String]
}

extension LedgerDesk {
  /// Writes a set of books with a covering text into a folder, and notes it in the register of exports,
  /// which does not move the ledger's revision.
  package func publish(
    _ books: [Book], _ options: ExportOptions, to folder: String
  ) throws -> Issue {
    try Self.makeFolder(folder)
    let issue = try reading { store, catalogue in
      let press = try BookPress(books, options, store, catalogue)
      let written = try books.filter(press.canWrite)
      let publications = try written.map { book in
        let name = press.edition.fileName(book.title, .xlsx)
        try press.write(book, as: .xlsx, to: output(folder + "/" + name))
        return Publication(
          at: now(), actor: actor, book: book.rawValue, filter: press.edition.filter.queryText,
          revision: press.edition.revision, projects: press.projects, file: name,
          sha256: try ReceivedFile(path: folder + "/" + name).sha256)
      }
      let letter = CoveringText(press, zip(written, publications.map(\.file)).map { ($0, $1) })
      return Issue(
        publications: publications, leftOut: books.filter { !written.contains($0) },
        letters: try letter.write(to: folder, output))
    }
    try writing { store, _ in try store.keep(issue.publications) }
    return issue
  }

  /// What was sent out last, latest first.
  package func publications(limit: Int) throws -> [Publication] {
    try reading { store, _ in try store.publications(limit: limit) }
  }
}
