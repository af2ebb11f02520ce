import Foundation
import Ledger
import Reports
import SpreadsheetWriting
import Storage
import Wording

/// Creates books from an open ledger, all for the same projects and revision.
struct BookPress {
  let edition: BookEdition
  private let store: LedgerStore
  private let since: Since
  let source: BookSource
  /// Whether the books reproduce an earlier revision.
  private let isOfThen: Bool

  /// The start of a brief of changes.
  private enum Since {
    case asked(ExportOptions.Beginning?)
    case revision(Int64?)
  }

  /// The number of projects in the books.
  let projects: Int

  init(
    _ books: [Book], _ options: ExportOptions, _ store: LedgerStore, _ catalogue: Catalogue
  ) throws {
    self.store = store
    since = .asked(options.since)
    isOfThen = false
    var filter = try ProjectFilter(options: options.question.filter, catalogue: catalogue)
    if let months = options.months { filter.month = months.last }
    var edition = try Self.edition(filter, store, catalogue)
    edition.making = options.making
    self.edition = edition
    projects = try store.totals(filter).count
    // `raw` streams its rows instead.
    let isHeld = books.contains { $0 != .raw }
    source = try Self.source(
      edition, books,
      projects: isHeld
        ? try store.projects(filter, rows: .counted, through: edition.revision) : [], store)
  }

  /// A press with the state of a stamped book: it writes the same book again.
  init(_ stamp: BookStamp, _ store: LedgerStore) throws {
    self.store = store
    since = .revision(stamp.making.since)
    isOfThen = true
    edition = try Self.edition(stamp, store)
    let held = try store.projects(edition.filter, rows: .counted, through: edition.revision)
    projects = held.count
    source = try Self.source(
      edition, [Book(rawValue: stamp.book)].compactMap { $0 }, projects: held, store)
  }

  /// The key sentence about the projects.
  var sentence: String { LeadersBook(source).sentence }

  /// Writes a book atomically, in one of its formats.
  func write(_ book: Book, as format: FileFormat, to path: String) throws {
    guard book != .raw else { return try writeRaw(as: format, to: path) }
    let brief = try brief(for: book)
    if book == .changes, brief == nil, edition.making.firstMonth == nil {
      throw OperationError.withoutBeginning
    }
    var edition = edition
    edition.making.since = brief?.before.edition.revision
    if book != .changes { edition.making.firstMonth = nil }
    edition.making.withPersonalData = false
    try BookFile(
      book.rawValue, title: book.title, edition, sheets: book.sheets(source, since: brief)
    ).write(to: path)
  }

  /// The sheets of a book; none for `raw`.
  func sheets(of book: Book) throws -> [ReportSheet] {
    book.sheets(source, since: try brief(for: book))
  }

  /// Writes the covering brief for a leader, atomically.
  func writeBrief(to path: String) throws {
    try CoveringBrief(LeadersBook(source, since: try brief(for: .leaders))).document.write(to: path)
  }

  /// Whether the book has the comparison that it needs.
  func canWrite(_ book: Book) throws -> Bool {
    try book != .changes || edition.making.firstMonth != nil || beginning(of: book) != nil
  }

  private func writeRaw(as format: FileFormat, to path: String) throws {
    let filter = edition.filter
    // In JSON Lines the members are the same with and without samples.
    let mark = edition.holdsSamples && format != .jsonl ? [RawColumn.samples] : []
    let columns =
      RawColumn.all(
        seriesKeys: isOfThen
          ? try store.seriesKeys(through: edition.revision)
          : try store.seriesKeys(asOf: filter.asOf),
        without: edition.making.withPersonalData ? [] : edition.catalogue.sensitiveFields) + mark
    var held = isOfThen ? source.projects : nil
    if let month = filter.month {
      let projects =
        try held ?? store.projects(filter, rows: .counted, through: edition.revision)
      let progress = ProgressByMonth(
        try store.reportedProgress(of: projects, through: edition.revision), edition.catalogue)
      held = projects.map { progress.project(edition.asOfMonth($0), for: month) }
    }
    let rows: @Sendable (_ take: (StoredProject) throws -> Void) throws -> Void = {
      [store, held] take in
      if let held { return try held.forEach(take) }
      try store.forEachProject(filter, sort: .byID, rows: .counted, take)
    }
    let text = RawText(columns: columns, catalogue: edition.catalogue)
    switch format {
    case .csv: try text.writeCSV(to: path, rows)
    case .jsonl: try text.writeLines(to: path, rows)
    case .xlsx, .json, .docx: try RawBook(edition, columns).write(to: path, rows: rows)
    }
  }

  private func brief(for book: Book) throws -> ChangeBrief? {
    guard book == .changes && edition.making.firstMonth == nil || book == .leaders,
      let first = try beginning(of: book)
    else {
      return nil
    }
    return try Self.brief(from: first, to: source, store)
  }

  /// The revision that changes are counted from; nil without a start, or before the first issue.
  private func beginning(of book: Book) throws -> Int64? {
    switch since {
    case .revision(let revision): revision
    case .asked(nil): try book == .leaders ? lastIssue : nil
    case .asked(.day(let day)): try min(store.revision(endOf: day), edition.revision)
    case .asked(.last):
      try lastIssue(of: [book.rawValue]) ?? lastIssue(of: Book.allCases.map(\.rawValue))
    }
  }

  /// The default comparison of the leaders' book: its previous issue, else the ledger at the end of the
  /// day before its last entry. Nil if there is none, and if the book is about a given month or day.
  private var lastIssue: Int64? {
    get throws {
      let filter = edition.filter
      guard filter.month == nil, filter.asOf == nil, edition.revision > 0 else { return nil }
      if let issue = try lastIssue(of: [Book.leaders.rawValue]) { return issue }
      let last = try store.entry(edition.revision)
      guard let day = ShanghaiCalendar.day(of: last.at - 86_400) else { return nil }
      let revision = try store.revision(endOf: day)
      return revision > 0 && revision < edition.revision ? revision : nil
    }
  }

  /// The revision of the last issue of some books with the same selection of projects, in any month, before
  /// this revision; nil if there is none.
  private func lastIssue(of books: [String]) throws -> Int64? {
    let choice = edition.filter.onlyChoice
    return try store.publications(of: books, before: edition.revision).first {
      try ProjectFilter(queryText: $0.filter).onlyChoice == choice
    }?.revision
  }

  /// The changes of a source's projects since a revision.
  static func brief(
    from first: Int64, to source: BookSource, _ store: LedgerStore
  ) throws -> ChangeBrief {
    let after = source.edition
    let entry = first > 0 ? try store.entry(first) : nil
    let before = BookEdition(
      catalogue: after.catalogue, filter: after.filter, revision: first,
      recordedAt: entry?.at ?? Date(timeIntervalSince1970: 0), entryHash: entry?.hash ?? "",
      holdsSamples: after.holdsSamples, year: after.year, month: after.month)
    return ChangeBrief(
      before: BookSource(
        before, projects: try store.projects(after.filter, rows: .counted, through: first)),
      after: source,
      differences: try store.differences(after: first, through: after.revision))
  }
}
