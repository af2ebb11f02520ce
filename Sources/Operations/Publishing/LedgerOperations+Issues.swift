package import Ledger
import Storage
import Wording

/// A book that was issued, with the files issued together with it.
package struct IssuedBook: Sendable {
  package let publication: Publication
  /// The folder of the files; nil if they are not stored beside the ledger.
  let folder: String?
  /// The names of all files of the issue, including its own.
  package let files: [String]
  /// The note on the issue; nil if there is none.
  package let note: IssueNote?
}

extension LedgerOperations {
  /// Publishes books and stores the files beside the ledger.
  package func publish(_ books: [Book], _ options: ExportOptions) throws -> Issue {
    let issues = IssuesFolder(beside: path)
    let folder = try issues.begin()
    do {
      let issue = try publish(books, options, to: folder)
      if issue.publications.isEmpty { issues.remove(folder) }
      return issue
    } catch {
      issues.remove(folder)
      throw error
    }
  }

  /// A book by its number in the register. Throws `unknownIssue`, also if the person may not see it.
  package func issued(_ number: Int64) throws -> IssuedBook {
    let found = try reading { store, _ in
      try store.publication(number).flatMap { isShown($0, store) ? $0 : nil }
    }
    guard let publication = found else {
      throw OperationError.unknownIssue(number)
    }
    let folder = IssuesFolder(beside: path).folder(of: publication)
    return IssuedBook(
      publication: publication, folder: folder,
      files: folder.map { IssuesFolder.files(in: $0) } ?? [],
      note: folder.flatMap { IssuesFolder.note(in: $0) })
  }

  /// The path of a file of an issue, which covers all projects of the issue: throws `scopeTooNarrow` if the
  /// person may export only a part of the ledger, `missingFile` if it is not stored.
  package func file(_ name: String, of issued: IssuedBook) throws -> String {
    try reading { _, catalogue in
      let book = Book(rawValue: issued.publication.book)
      let isRaw = name == issued.publication.file ? book == .raw : true
      try requireEverywhere(isRaw ? .export : .books, in: catalogue)
    }
    guard let folder = issued.folder, issued.files.contains(name) else {
      throw OperationError.missingFile(path: name)
    }
    return folder + "/" + name
  }
}
