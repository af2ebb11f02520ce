import Foundation
package import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// The last acts, latest first.
  package func entries(limit: Int) throws -> [Entry] {
    try entries(limit: limit, before: .max) { _ in true }
  }

  /// Acts before a number, latest first: those of a kind, of a person or from a file alone where asked for.
  package func entries(
    limit: Int, before number: Int64, where isMeant: (Entry) -> Bool
  ) throws -> [Entry] {
    try reading { store, catalogue in
      var (found, before) = ([Entry](), number)
      while found.count < limit {
        let page = try store.entries(limit: 200, before: before)
        found += try shown(page.filter(isMeant), store, catalogue)
        guard page.count == 200, let last = page.last else { break }
        before = last.number
      }
      return Array(found.prefix(limit))
    }
  }

  /// An act with all that it changed, the names of the projects it changed, and the catalogue that it left.
  package func entry(_ number: Int64) throws -> EntryView {
    try entry(number, changes: 0..<Int.max)
  }

  /// The same with some of its changes, by their places.
  package func entry(_ number: Int64, changes places: Range<Int>) throws -> EntryView {
    try reading { store, catalogue in
      let entry = try shown(number, store, catalogue)
      let (changes, count) = try store.changes(of: number, at: places)
      let isOwn = OwnActs(person, catalogue).contain(entry)
      let undone = try store.entries(after: number, through: .max).filter { $0.undoes != nil }
      let undoneBy = undone.last { $0.undoes == number }?.number
      return EntryView(
        entry: entry, changes: changes, first: places.lowerBound, changed: count,
        items: try store.itemChanges(of: number).compactMap { before, after in
          let isShown = store.showsEverything || isOwn || after.kind.isForEverybody
          return isShown ? AlteredItem(before: before, after: after) : nil
        }, names: try store.names(of: changes.map(\.project)),
        isOwn: isOwn, undoneBy: undoneBy,
        isUndone: undoneBy.map { by in !undone.contains { $0.undoes == by } } ?? false,
        catalogue: try store.catalogue(through: number))
    }
  }

  /// The file that an import was read from, as it is kept; throws `notAnImport`.
  package func keptFile(of number: Int64) throws -> (name: String, bytes: [UInt8]) {
    try reading(for: .export) { store, catalogue in
      let entry = try shown(number, store, catalogue)
      if entry.source == nil { throw OperationError.notAnImport(number) }
      // A list has rows of all that it is about.
      if !OwnActs(person, catalogue).contain(entry) {
        try requireEverywhere(.export, in: catalogue)
        try requireEverywhere(.contacts, in: catalogue)
      }
      guard let upload = try store.upload(of: number) else {
        throw OperationError.notAnImport(number)
      }
      return (upload.name, upload.bytes)
    }
  }

  /// The same, each with how much of a list was held, refused and found wrong.
  package func entrySummaries(limit: Int) throws -> [EntrySummary] {
    try summaries(of: entries(limit: limit))
  }

  /// The same of some acts.
  package func summaries(of entries: [Entry]) throws -> [EntrySummary] {
    try reading { store, catalogue in
      let own = OwnActs(person, catalogue)
      return try entries.map { entry in
        if !store.showsEverything, !own.contain(entry) { return EntrySummary(entry, nil) }
        let notes = try entry.source == nil ? EntryNotes() : store.notes(of: entry.number)
        return EntrySummary(entry, notes)
      }
    }
  }
}

/// An act with what it changed.
package struct EntryView: Sendable {
  package let entry: Entry
  /// Those that were asked for, and the place of the first of them among all.
  package let changes: [Change]
  let first: Int
  /// How many projects it changed.
  package let changed: Int
  /// The items of the catalogue that it altered, as far as whoever asks is shown them.
  package let items: [AlteredItem]
  /// What the projects are called now; those that are gone have none.
  package let names: [ProjectID: String]
  /// Whether whoever asks did it, or their unit sent the list behind it.
  package let isOwn: Bool
  /// The last act that took it back.
  package let undoneBy: Int64?
  /// Whether it is taken back as things stand: that act was not taken back itself.
  package let isUndone: Bool
  package let catalogue: Catalogue
}

/// An item of the catalogue as an act found it and left it.
package struct AlteredItem: Sendable {
  /// Nil for one that it added.
  package let before: CatalogueItem?
  package let after: CatalogueItem
}

extension CatalogueKind {
  /// Whether its items are for whoever may look at the ledger: what was decided about lists, and views, are not.
  fileprivate var isForEverybody: Bool {
    ![.distinction, .decision, .recipe, .view].contains(self)
  }
}

/// An entry with what became of the list behind it beside its changes.
package struct EntrySummary: Sendable {
  package let entry: Entry
  /// Rows that were put to a person, and rows that could not be imported.
  package let review: Int
  package let rejected: Int
  package let findings: Int
  /// Columns that were not read.
  package let unread: Int
  /// Projects that the sender listed before, and this list has not.
  package let missing: Int

  /// Without notes, what is said beside its changes is nobody's business.
  init(_ entry: Entry, _ notes: EntryNotes?) {
    let held = notes == nil ? nil : entry.source?.outcomes?.held
    let notes = notes ?? EntryNotes()
    self.entry = entry
    review = held?.review ?? 0
    rejected = held?.rejected ?? 0
    findings = notes.count(.findings)
    unread = notes.count(.columns)
    missing = notes.count(.missing)
  }
}

/// Entries for programs.
package enum EntriesJSON {
  package static func json(_ entries: [EntrySummary]) -> JSON {
    .object([("entries", .array(entries.map(entry)))])
  }

  /// One act.
  package static func entry(_ summary: EntrySummary) -> JSON { .object(members(summary)) }

  /// One act with what was asked for of its changes; `receipt` is what became of the list behind it.
  package static func entry(
    _ summary: EntrySummary, _ view: EntryView,
    receipt: (json: JSON, next: Int64?)?
  ) -> JSON {
    let end = view.first + view.changes.count
    let next = end < view.changed ? Int64(end) : nil
    let particulars = view.entry.particulars
    return .object(
      members(summary) + [
        ("effective", .optional(particulars.effective?.text)),
        ("evidence", .optional(particulars.evidence)), ("undone_by", .optional(view.undoneBy)),
        ("changes", .array(view.changes.map { change($0, view) })),
        ("receipt", receipt?.json ?? .null),
        ("next", .optional((next ?? receipt?.next).map { String($0) })),
      ])
  }

  private static func change(_ change: Change, _ view: EntryView) -> JSON {
    func value(_ value: Value?, _ key: FieldKey) -> JSON {
      value.map { ProjectJSON.value($0, field: key.field, view.catalogue) } ?? .null
    }
    return .object([
      ("project", .integer(change.project)), ("name", .optional(view.names[change.project])),
      ("kind", .string(change.kind.rawValue)),
      (
        "fields",
        .object(
          change.fields.map { field in
            (
              field.key.text,
              .array([value(field.before, field.key), value(field.after, field.key)])
            )
          })
      ),
    ])
  }

  private static func members(_ summary: EntrySummary) -> [(String, JSON)] {
    let entry = summary.entry
    return [
      ("entry", .integer(entry.number)), ("at", .time(entry.at)),
      ("actor", .string(entry.actor)), ("kind", .string(entry.kind.rawValue)),
      ("reason", .optional(entry.reason)), ("file", .optional(entry.source?.fileName)),
      ("sender", .optional(entry.source?.sender)),
      ("undoes", entry.undoes.map { .integer($0) } ?? .null),
      ("merged", entry.particulars.merge.map { .integer($0.project) } ?? .null),
      ("merged_into", entry.particulars.merge.map { .integer($0.into) } ?? .null),
      ("created", .count(entry.counts.created)), ("updated", .count(entry.counts.updated)),
      ("removed", .count(entry.counts.removed)), ("unchanged", .count(entry.counts.unchanged)),
      ("review", .count(summary.review)), ("rejected", .count(summary.rejected)),
      ("issues", .count(summary.findings)), ("unread_columns", .count(summary.unread)),
      ("not_in_file", .count(summary.missing)), ("hash", .string(entry.hash)),
    ]
  }
}
