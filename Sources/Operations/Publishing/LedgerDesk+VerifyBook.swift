package import Ledger
import Reports
import Spreadsheet
import Storage

/// How a book on a desk stands to the ledger.
package struct BookVerification: Sendable {
  /// The revision that the book speaks of, and the ledger's now.
  package let revision: Int64
  package let current: Int64
  /// Whether this ledger made it: its entry of that revision has the hash the book names.
  package let isOurs: Bool
  /// Whether the cells are as they were written; nil where the book keeps no checksum.
  package let isUnaltered: Bool?
  /// Entries since, and how many projects of the book they touched.
  package let entries: [Entry]
  package let touched: Int

  /// Whether what the book says is what the ledger says.
  package var isCurrent: Bool { isOurs && isUnaltered != false && touched == 0 }
}

extension LedgerDesk {
  /// Compares a book with the ledger; throws `notABook`.
  package func verify(book path: FilePath) throws -> BookVerification {
    let file = try ReceivedFile(path: path)
    let workbook = try Workbook.read(file.bytes)
    guard let stamp = BookStamp(workbook) else { throw OperationError.notABook(file: file.name) }
    let isUnaltered = stamp.checksum.map { $0 == ContentDigest(workbook).text }
    return try reading { store, catalogue in
      let current = try store.revision
      let isKnown = (1...max(1, current)).contains(stamp.revision)
      let isOurs = try isKnown && store.entry(stamp.revision).hash == stamp.entryHash
      guard isOurs else {
        return BookVerification(
          revision: stamp.revision, current: current, isOurs: false, isUnaltered: isUnaltered,
          entries: [], touched: 0)
      }
      var filter = try ProjectFilter(queryText: stamp.filter)
      filter.asOf = nil
      let edition = try BookPress.edition(filter, store, catalogue)
      let projects = try store.projects(filter, rows: .counted, through: current)
      let brief = try BookPress.brief(
        from: stamp.revision, to: BookSource(edition, projects: projects), store)
      return BookVerification(
        revision: stamp.revision, current: current, isOurs: true, isUnaltered: isUnaltered,
        entries: try store.entries(after: stamp.revision, through: current),
        touched: brief.touched)
    }
  }
}

extension ProjectFilter {
  /// Reads what `queryText` writes.
  fileprivate init(queryText: String) throws {
    let items = queryText.split(separator: "&").map { item in
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (name: String(parts[0]), value: parts.count == 2 ? String(parts[1]) : "")
    }
    try self.init(queryItems: items)
  }
}
