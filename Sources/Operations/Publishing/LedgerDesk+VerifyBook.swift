import Foundation
package import Ledger
import Reports
package import Spreadsheet
import Storage
import Wording

/// How a book on a desk stands to the ledger.
package struct BookVerification: Sendable {
  /// What is known of a book's content.
  package enum Content: Sendable {
    /// It was held against the book that the ledger lays out again at its revision.
    case compared(WorkbookComparison)
    /// The ledger cannot lay it out again (another ledger's, or an older arrangement): whether its cells
    /// have the checksum that it keeps; nil where it keeps none.
    case checksum(Bool?, Reason)
  }

  /// Why a book is not laid out again.
  package enum Reason: Hashable, Sendable {
    case otherLedger
    /// Made by a program that arranges books otherwise, or the number of its arrangement was taken out.
    case otherLayout
    /// Another program saved it in a format that the ledger does not write.
    case otherFormat
    /// What it says of its making cannot be read.
    case unreadableStamp
    /// It was made for somebody who is shown more or other projects than whoever asks.
    case otherSight
  }

  /// The revision that the book speaks of, and the ledger's now.
  package let revision: Int64
  package let current: Int64
  /// Whether this ledger made it: its entry of that revision has the hash the book names.
  package let isOurs: Bool
  package let content: Content
  /// Entries since, and how many projects of the book they touched.
  package let entries: [Entry]
  package let touched: Int

  /// Whether the book is as it was made; nil where that cannot be said for sure.
  package var isUnaltered: Bool? {
    switch content {
    case .compared(let comparison):
      comparison.differences.isEmpty ? (comparison.unproven.isEmpty ? true : nil) : false
    case .checksum(let matches, _): matches == false ? false : nil
    }
  }

  /// Whether nothing at all tells if the book was altered.
  package var isUnchecked: Bool {
    if case .checksum(nil, _) = content { true } else { false }
  }

  /// Whether what the book says is what the ledger says.
  package var isCurrent: Bool { isOurs && isUnaltered == true && touched == 0 }
}

extension LedgerDesk {
  /// Compares a book with the ledger; throws `notABook`.
  package func verify(book path: FilePath) throws -> BookVerification {
    let file = try ReceivedFile(path: path, interruption: interruption)
    return try verify(file, as: Workbook.read(file.bytes))
  }

  func verify(_ file: ReceivedFile, as workbook: Workbook) throws -> BookVerification {
    guard let stamp = BookStamp(workbook) else { throw OperationError.notABook(file: file.name) }
    func checksum(_ reason: BookVerification.Reason) -> BookVerification.Content {
      .checksum(stamp.checksum.map { $0 == ContentDigest(workbook).text }, reason)
    }
    return try reading { store, catalogue in
      let current = try store.revision
      let isKnown = (1...max(1, current)).contains(stamp.revision)
      let isOurs = try isKnown && store.entry(stamp.revision).hash == stamp.entryHash
      guard isOurs else {
        return BookVerification(
          revision: stamp.revision, current: current, isOurs: false,
          content: checksum(.otherLedger), entries: [], touched: 0)
      }
      let entries = try store.entries(after: stamp.revision, through: current)
      guard stamp.isReadable, let filter = try? ProjectFilter(queryText: stamp.filter) else {
        return BookVerification(
          revision: stamp.revision, current: current, isOurs: true,
          content: checksum(.unreadableStamp), entries: entries, touched: 0)
      }
      // It is held against the ledger as whoever it was made for was shown it.
      guard store.sight.isEverything || store.sight == stamp.sight else {
        return BookVerification(
          revision: stamp.revision, current: current, isOurs: true,
          content: checksum(.otherSight), entries: entries, touched: 0)
      }
      let store = store.seen(by: stamp.sight)
      let content =
        if workbook.format != .xlsx {
          checksum(.otherFormat)
        } else if stamp.layout != BookStamp.currentLayout {
          checksum(.otherLayout)
        } else {
          try Self.compare(file.bytes, stamp, store) ?? checksum(.unreadableStamp)
        }
      return BookVerification(
        revision: stamp.revision, current: current, isOurs: true, content: content,
        entries: entries,
        touched: try Self.touched(since: stamp.revision, filter, store, catalogue))
    }
  }

  /// Holds a book against the one that the ledger lays out again; nil when its stamp names no book.
  private static func compare(
    _ found: [UInt8], _ stamp: BookStamp, _ store: LedgerStore
  ) throws -> BookVerification.Content? {
    let folder = try ScratchFolder()
    defer { withExtendedLifetime(folder) {} }
    let path = folder.path + "/book.xlsx"
    if stamp.book == UnitBooks.name {
      try UnitBooks.write(stamp, store, to: path)
    } else if let book = Book(rawValue: stamp.book),
      book != .changes || stamp.making.since != nil || stamp.making.firstMonth != nil
    {
      try BookPress(stamp, store).write(book, as: .xlsx, to: path)
    } else {
      return nil
    }
    let expected = try ReceivedFile.bytes(of: FilePath(path))
    return .compared(try WorkbookComparison(expected: expected, found: found))
  }

  /// How many projects of a filter were touched since a revision.
  private static func touched(
    since revision: Int64, _ filter: ProjectFilter, _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> Int {
    var filter = filter
    filter.asOf = nil
    let edition = try BookPress.edition(filter, store, catalogue)
    let projects = try store.projects(filter, rows: .counted, through: edition.revision)
    return try BookPress.brief(
      from: revision, to: BookSource(edition, projects: projects), store
    ).touched
  }
}
