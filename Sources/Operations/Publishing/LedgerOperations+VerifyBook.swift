import Foundation
import Ledger
import Reports
import Spreadsheet
import Storage
package import Wording

extension LedgerOperations {
  /// Compares a book with the ledger; throws `notABook`.
  package func verify(book path: FilePath) throws -> BookVerification {
    let file = try ReceivedFile(path: path, interruption: interruption)
    return try verify(file, as: Workbook.read(file.bytes))
  }

  /// The same for an uploaded book, with its name; throws `notABook`.
  package func verify(
    _ upload: DraftUpload
  ) throws -> (name: String, verification: BookVerification) {
    let file = try upload.whole
    return (file.name, try verify(file, as: Workbook.read(file.bytes, limits: limits)))
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
      let entries = try shown(
        store.entries(after: stamp.revision, through: current), store, catalogue)
      guard stamp.isReadable, let filter = try? ProjectFilter(queryText: stamp.filter) else {
        return BookVerification(
          revision: stamp.revision, current: current, isOurs: true,
          content: checksum(.unreadableStamp), entries: entries, touched: 0)
      }
      // The comparison uses the view of the ledger that the book was made with.
      guard Self.shows(store.sight, all: stamp) else {
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
        } else if stamp.book == ListBook.id {
          checksum(.chosenColumns)
        } else {
          try Self.compare(file.bytes, stamp, store) ?? checksum(.unreadableStamp)
        }
      return BookVerification(
        revision: stamp.revision, current: current, isOurs: true, content: content,
        entries: entries,
        touched: try Self.touched(since: stamp.revision, filter, store, catalogue))
    }
  }

  /// Whether a person may see everything in a book. Contacts are only in a book marked as containing them.
  private static func shows(_ sight: Sight, all stamp: BookStamp) -> Bool {
    sight.isEverything || sight == stamp.sight
      || sight.reach.isEverything && !stamp.making.withPersonalData
  }

  /// Compares a book with the one that the ledger produces again; nil if the stamp's book is unknown.
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

  /// The number of projects of a filter that changed since a revision.
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
