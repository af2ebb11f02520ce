import Foundation
import Ledger
import Reports
import Storage

/// A book that can be exported.
package enum Book: String, CaseIterable, Sendable {
  case leaders
  case chains
  case raw

  /// What the book is called.
  package var title: String {
    switch self {
    case .leaders: LeadersBook.title
    case .chains: ChainsBook.title
    case .raw: RawBook.title
    }
  }
}

extension LedgerDesk {
  /// Writes a book about the projects of a filter to a file, whole or not at all.
  ///
  /// Personal data stays out unless asked for; `annex` is written above the title.
  package func export(
    _ book: Book, _ options: QuestionOptions, withPersonalData: Bool, annex: String? = nil,
    to path: String
  ) throws {
    try reading { store, catalogue in
      let filter = try ProjectFilter(options: options.filter, catalogue: catalogue)
      var edition = try edition(filter, store, catalogue)
      edition.annex = annex
      try write([(book, path)], edition, withPersonalData, store)
    }
  }

  /// Writes the usual books about all projects into a folder; returns their paths.
  package func writeBooks(to folder: String) throws -> [String] {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let books = Book.allCases.map { ($0, folder + "/" + $0.title + ".xlsx") }
    try reading { store, catalogue in
      let edition = try edition(ProjectFilter(), store, catalogue)
      try write(books, edition, false, store)
    }
    return books.map(\.1)
  }

  private func write(
    _ books: [(Book, String)], _ edition: BookEdition, _ withPersonalData: Bool,
    _ store: LedgerStore
  ) throws {
    let filter = edition.filter
    var projects: [StoredProject] = []
    if books.contains(where: { $0.0 != .raw }) {
      try store.forEachProject(filter, sort: .byID, rows: .counted) { projects.append($0) }
    }
    let source = BookSource(edition, projects: projects)
    for (book, path) in books {
      switch book {
      case .leaders: try writeSheets(LeadersBook(source).sheets, book, source, to: path)
      case .chains: try writeSheets(ChainsBook(source).sheets, book, source, to: path)
      case .raw:
        let keys = try store.seriesKeys(asOf: filter.asOf)
        try RawBook(edition, seriesKeys: keys, withPersonalData: withPersonalData).write(to: path) {
          take in
          try store.forEachProject(filter, sort: .byID, rows: .counted, take)
        }
      }
    }
  }

  private func writeSheets(
    _ sheets: [ReportSheet], _ book: Book, _ source: BookSource, to path: String
  ) throws {
    try BookFile(title: book.title, source: source, sheets: sheets).write(to: path)
  }

  /// The ledger that a book of a filter speaks of.
  func edition(
    _ filter: ProjectFilter, _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> BookEdition {
    let totals = try store.totals(filter)
    // A choice without figures of the year is still read against the ledger's year and month.
    let all = totals.month == nil ? try store.totals(filter.onlyTime) : totals
    let revision = try filter.asOf.map(store.revision(endOf:)) ?? store.revision
    let last = revision > 0 ? try store.entry(revision) : nil
    let recordedAt = last?.at ?? Date(timeIntervalSince1970: 0)
    return BookEdition(
      catalogue: catalogue, filter: filter, revision: revision, recordedAt: recordedAt,
      holdsSamples: try store.holdsEntries(fromFilesIn: Self.samplesFolder),
      year: filter.month.map { Int($0.year) } ?? totals.year ?? all.year
        ?? ShanghaiCalendar.year(of: recordedAt),
      month: filter.month.map { Int($0.lastMonth) } ?? totals.month ?? all.month)
  }
}

extension ProjectFilter {
  /// The filter's year, month and day without its choice of projects.
  fileprivate var onlyTime: ProjectFilter {
    var filter = ProjectFilter()
    (filter.year, filter.month, filter.asOf) = (year, month, asOf)
    return filter
  }
}
