import Ledger
package import Reports
import Storage
import Wording

/// A preview of a book.
package struct BookPreview: Sendable {
  /// Empty for `raw`.
  package let sheets: [ReportSheet]
  package let edition: BookEdition
  package let projects: Int
  /// The name its file would have.
  package let fileName: String
}

extension LedgerOperations {
  /// Lays out a book without writing it; throws `withoutBeginning` if it has nothing to compare with.
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
