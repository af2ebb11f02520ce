import Foundation
package import Ledger
import Storage
import Wording

extension LedgerOperations {
  /// The latest entries, newest first.
  package func entries(limit: Int) throws -> [Entry] {
    try entries(limit: limit, before: .max) { _ in true }
  }

  /// The entries before a number that satisfy a predicate, newest first.
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

  /// An entry with all its changes, the names of the projects and the catalogue after it.
  package func entry(_ number: Int64) throws -> EntryView {
    try entry(number, changes: 0..<Int.max)
  }

  /// The same with the changes in a range of positions.
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

  /// The file of an import, as stored; throws `notAnImport`.
  package func keptFile(of number: Int64) throws -> (name: String, bytes: [UInt8]) {
    try reading(for: .export) { store, catalogue in
      let entry = try shown(number, store, catalogue)
      if entry.source == nil { throw OperationError.notAnImport(number) }
      // A list may have rows of any project.
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

  /// The latest entries, each with counts of held and rejected rows and of findings.
  package func entrySummaries(limit: Int) throws -> [EntrySummary] {
    try summaries(of: entries(limit: limit))
  }

  /// The same for given entries.
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

/// An entry with its changes.
package struct EntryView: Sendable {
  package let entry: Entry
  /// The requested changes; `first` is the position of the first one among all.
  package let changes: [Change]
  let first: Int
  /// The number of projects it changed.
  package let changed: Int
  /// The catalogue items that it changed, as far as the person may see them.
  package let items: [AlteredItem]
  /// The current names of the projects; removed ones have none.
  package let names: [ProjectID: String]
  /// Whether the person made it, or their unit sent its list.
  package let isOwn: Bool
  /// The last entry that undid it.
  package let undoneBy: Int64?
  /// Whether it is undone now: the undo was not undone itself.
  package let isUndone: Bool
  package let catalogue: Catalogue
}

/// A catalogue item before and after an entry.
package struct AlteredItem: Sendable {
  /// Nil if the entry added it.
  package let before: CatalogueItem?
  package let after: CatalogueItem
}

extension CatalogueKind {
  /// Whether everyone who may see the ledger may see its items; decisions about lists, and views, are private.
  fileprivate var isForEverybody: Bool {
    ![.distinction, .decision, .recipe, .view].contains(self)
  }
}

/// An entry with counts of what its list left open.
package struct EntrySummary: Sendable {
  package let entry: Entry
  /// The number of rows held for review; `rejected` counts rows that could not be imported.
  package let review: Int
  package let rejected: Int
  package let findings: Int
  /// The number of columns that were not read.
  package let unread: Int
  /// The number of projects that the sender listed before and that this list lacks.
  package let missing: Int

  /// Without notes, for a person who may not see them, all counts are zero.
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

/// Entries as JSON.
package enum EntriesJSON {
  package static func json(_ entries: [EntrySummary]) -> JSON {
    .object([("entries", .array(entries.map(entry)))])
  }

  /// One entry.
  package static func entry(_ summary: EntrySummary) -> JSON { .object(members(summary)) }

  /// One entry with the requested changes; `receipt` is the outcome of its list.
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
