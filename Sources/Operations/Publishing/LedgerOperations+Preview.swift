import Ledger
package import Reports
import Storage
import Wording

/// A book as it would be written, to be looked at.
package struct BookPreview: Sendable {
  /// None of the book that is written row by row.
  package let sheets: [ReportSheet]
  package let edition: BookEdition
  package let projects: Int
  /// What its file would be called.
  package let fileName: String
}

extension LedgerOperations {
  /// Lays out a book and writes nothing; throws `withoutBeginning` where it has nothing to compare with.
  package func preview(_ book: Book, _ options: ExportOptions) throws -> BookPreview {
    try reading { store, catalogue in
      let press = try BookPress([book], options, store, catalogue)
      guard try press.canWrite(book) else { throw OperationError.withoutBeginning }
      return BookPreview(
        sheets: try press.sheets(of: book), edition: press.edition, projects: press.projects,
        fileName: press.edition.fileName(book.title, .xlsx))
    }
  }
}
