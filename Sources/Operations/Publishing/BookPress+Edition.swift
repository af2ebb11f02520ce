import Foundation
import Ledger
import Reports
import Storage
import Wording

/// The editions and sources of books.
extension BookPress {
  /// The source of books; for the promotion book with the grounds of decisions.
  static func source(
    _ edition: BookEdition, _ books: [Book], projects: [StoredProject], _ store: LedgerStore
  ) throws -> BookSource {
    var source = BookSource(edition, projects: projects)
    if edition.filter.month != nil, books.contains(where: { [.leaders, .changes].contains($0) }) {
      source.progress = ProgressByMonth(
        try store.reportedProgress(of: projects, through: edition.revision), edition.catalogue)
    }
    guard books.contains(.promotion), let rule = edition.catalogue.candidateRule else {
      return source
    }
    let key = FieldKey(register: rule.register, year: edition.year)
    let members = Dictionary(grouping: source.projects.filter { $0.record[key] != nil }.map(\.id)) {
      edition.later.first(of: $0).map { $0 - 1 } ?? edition.revision
    }
    for (revision, projects) in members {
      let origins = try store.origins(of: key, in: projects, through: revision)
      source.grounds.merge(origins.mapValues { reason($0.entry, $0.origin) }) { one, _ in one }
    }
    return source
  }

  /// What put a project on a register: an entry, with the cell of its list.
  private static func reason(_ entry: Entry, _ origin: Origin) -> RegisterReason {
    if entry.kind == .confirm, let document = entry.particulars.evidence {
      return .document(document)
    }
    guard let file = origin.fileName else { return .hand(reason: entry.reason) }
    let cell = [origin.sheet, origin.cell].compactMap { $0 }.filter { !$0.isEmpty }
    return .list(file: file, cell: cell.isEmpty ? nil : cell.joined(separator: "!"))
  }

  /// The edition that a stamp identifies.
  static func edition(_ stamp: BookStamp, _ store: LedgerStore) throws -> BookEdition {
    let entry = try store.entry(stamp.revision)
    let filter = try ProjectFilter(queryText: stamp.filter)
    var edition = BookEdition(
      catalogue: try store.catalogue(through: stamp.revision)
        .withTasks(of: filter.month, store, through: stamp.revision),
      filter: filter, revision: stamp.revision,
      recordedAt: entry.at, entryHash: entry.hash,
      holdsSamples: try store.holdsEntries(
        fromFilesIn: LedgerOperations.samplesFolder, through: stamp.revision),
      year: stamp.year ?? ShanghaiCalendar.year(of: entry.at), month: stamp.month)
    edition.later = try store.decisions(after: filter.month, through: stamp.revision)
    edition.undated = stamp.undated
    edition.stated = try stated(edition, store)
    edition.held = try HeldSum.shown(store, through: stamp.revision)
    edition.making = stamp.making
    edition.sight = store.sight
    return edition
  }

  /// The edition of a filter: its revision, and the year and month of its figures.
  static func edition(
    _ filter: ProjectFilter, _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> BookEdition {
    // Year and month come from the whole ledger, so that a project has one light in all selections.
    let all = try totals(of: filter.onlyTime, store)
    let present = try store.revision
    let revision = try filter.asOf.map(store.revision(endOf:)) ?? present
    // Values for the current revision are cached, because they are equal for all books.
    func once<Value: Sendable>(_ name: String, _ make: () throws -> Value) throws -> Value {
      try revision == present ? store.once(name, make) : make()
    }
    let last = revision > 0 ? try once("last entry") { try store.entry(revision) } : nil
    // For a day before the first entry, the book has that day's date.
    let recordedAt = last?.at ?? filter.asOf?.lastMoment ?? Date(timeIntervalSince1970: 0)
    var edition = BookEdition(
      // Lights, reported figures and task states are those of the requested day.
      catalogue: try (filter.asOf == nil ? catalogue : store.catalogue(through: revision))
        .withTasks(of: filter.month, store, through: revision),
      filter: filter, revision: revision, recordedAt: recordedAt, entryHash: last?.hash ?? "",
      holdsSamples: try once("samples") {
        try store.holdsEntries(fromFilesIn: LedgerOperations.samplesFolder, through: revision)
      },
      year: filter.month.map { Int($0.year) } ?? all.year ?? ShanghaiCalendar.year(of: recordedAt),
      month: filter.month.map { Int($0.lastMonth) } ?? all.month)
    edition.later = try store.decisions(after: filter.month, through: revision)
    if filter.month == nil, all.undated > 0 { edition.undated = try store.totals(filter).undated }
    edition.stated = try stated(edition, store)
    edition.held = try once("held rows") { try HeldSum.shown(store, through: revision) }
    edition.begun = try store.begun(after: filter)
    edition.sight = store.sight
    return edition
  }

  /// The latest month that lists of an edition's year state; looked for where no figure tells one.
  private static func stated(_ edition: BookEdition, _ store: LedgerStore) throws -> Int? {
    if edition.month != nil { return nil }
    return try store.standingLists(through: edition.revision)
      .filter { $0.kind == .import && $0.year == edition.year }.compactMap(\.asOfMonth).max()
  }

  /// What all projects come to at a time, whoever asks.
  static func totals(of time: ProjectFilter, _ store: LedgerStore) throws -> Totals {
    let whole = store.whole
    return try whole.once("totals \(time.queryText)") { try whole.totals(time) }
  }
}

extension PartialDate {
  /// The last second, in Shanghai, of the last day of a partial date.
  fileprivate var lastMoment: Date {
    Date(timeIntervalSince1970: Double(lastDayNumber) * 86_400 + 16 * 3_600 - 1)
  }
}
