import Foundation
package import Ledger
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
  /// Personal data stays out unless asked for.
  package func export(
    _ book: Book, _ options: QuestionOptions, withPersonalData: Bool, to path: String
  ) throws {
    try reading { store, catalogue in
      let filter = try ProjectFilter(options: options.filter, catalogue: catalogue)
      let source = try source(filter, store, catalogue)
      try Self.write(book, source, withPersonalData: withPersonalData, to: path)
    }
  }

  /// Writes the usual books about all projects into a folder; returns their paths.
  package func writeBooks(to folder: String) throws -> [String] {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return try reading { store, catalogue in
      let source = try source(ProjectFilter(), store, catalogue)
      return try Book.allCases.map { book in
        let path = folder + "/" + book.title + ".xlsx"
        try Self.write(book, source, withPersonalData: false, to: path)
        return path
      }
    }
  }

  private static func write(
    _ book: Book, _ source: BookSource, withPersonalData: Bool, to path: String
  ) throws {
    switch book {
    case .leaders:
      try BookFile(title: book.title, source: source, sheets: LeadersBook(source).sheets)
        .write(to: path)
    case .chains:
      try BookFile(title: book.title, source: source, sheets: ChainsBook(source).sheets)
        .write(to: path)
    case .raw: try RawBook(source).write(to: path, withPersonalData: withPersonalData)
    }
  }

  private func source(
    _ filter: ProjectFilter, _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> BookSource {
    var projects: [StoredProject] = []
    let answer = try store.forEachProject(filter, sort: .byID, rows: .counted) {
      projects.append($0)
    }
    let last = answer.revision > 0 ? try store.entry(answer.revision) : nil
    return BookSource(
      catalogue: catalogue, filter: filter, projects: projects, revision: answer.revision,
      recordedAt: last?.at ?? Date(timeIntervalSince1970: 0),
      holdsSamples: try store.holdsEntries(fromFilesIn: Self.samplesFolder),
      currentYear: last.map { ShanghaiCalendar.year(of: $0.at) } ?? currentYear)
  }
}
