import Foundation
import Intake
import Ledger
import Spreadsheet
import Storage

/// Fills in values that lists left out because of an unknown word or header that is known by now. The lists are
/// parsed again from the stored files. Only empty fields are filled; otherwise the list's value is recorded as
/// its sender's statement, and waits.
struct LateTerms {
  let act: Act
  /// The catalogue with the decisions made so far.
  let catalogue: Catalogue
  private var store: LedgerStore { act.store }

  init(act: Act, catalogue: Catalogue) {
    self.act = act
    self.catalogue = catalogue
  }

  /// The entries that fill in values for the given lists, latest first: later lists take precedence.
  func drafts(of lists: Set<Int64>, reason: String?) throws -> [EntryDraft] {
    var filled: Set<Place> = []
    return try lists.sorted(by: >).compactMap { try draft(of: $0, &filled, reason: reason) }
  }

  private struct Place: Hashable {
    let project: ProjectID
    let key: FieldKey
  }

  private func draft(
    of number: Int64, _ filled: inout Set<Place>, reason: String?
  ) throws -> EntryDraft? {
    let known = try KnownSince(store.notes(of: number), of: number, store, catalogue)
    if known.isEmpty { return nil }
    let entry = try store.entry(number)
    let then = try store.catalogue(through: number)
    guard let source = entry.source,
      let list = try KeptList.read(entry, in: catalogue, layout: then, store)
    else { return nil }
    let projects = try rows(of: source)
    let held = try store.projects(Set(projects.values).sorted())
    let said = try store.bases(sender: source.speaker, projects: held.keys).said
    var changes: [ProjectID: DraftChange] = [:]
    for (table, parsed) in list.tables.enumerated() {
      for row in parsed.rows {
        let place = SourceRow(table: table, number: row.number)
        guard let project = projects[place], let record = held[project]?.record,
          changes[project] == nil
        else { continue }
        var fields: [FieldChange] = []
        var stated: [Stated] = []
        row.forEachByKey { value in
          guard known.concerns(value, sheet: parsed.layout.sheet),
            filled.insert(Place(project: project, key: value.key)).inserted
          else { return }
          if let standing = record[value.key] {
            let isNews = said[project]?[value.key] == nil && !value.value.agrees(with: standing)
            if isNews { stated.append(Stated(key: value.key, value: value.value, raw: value.raw)) }
          } else {
            fields.append(
              FieldChange(key: value.key, before: nil, after: value.value, raw: value.raw))
          }
        }
        if fields.isEmpty && stated.isEmpty { continue }
        changes[project] = DraftChange(
          project: project, kind: .update, fields: fields, stated: stated, row: place)
      }
    }
    if changes.isEmpty { return nil }
    return act.entry(
      .answer, DraftChanges(changes.sorted { $0.key < $1.key }.map(\.value)), because: reason,
      from: Source(
        fileName: source.fileName, sha256: source.sha256, sender: source.sender,
        year: source.year, asOfMonth: source.asOfMonth,
        tables: list.tables.map(\.layout.source), outcomes: RowOutcomes([])))
  }

  /// The project of each row of a file, from all entries written from it.
  private func rows(of source: Source) throws -> [SourceRow: ProjectID] {
    var rows: [SourceRow: ProjectID] = [:]
    for list in try store.standingLists()
    where list.sha256 == source.sha256 && list.sender == source.sender {
      try store.forEachChange(of: list.entry) { change in
        if let row = change.row { rows[row] = change.project }
      }
      for row in try store.entry(list.entry).source?.outcomes?.rows ?? [] {
        if case .unchanged(let project) = row.outcome { rows[row.source] = project }
      }
    }
    return rows
  }
}

/// The words and headers unknown when a list was read and known by now.
private struct KnownSince {
  private var fields: Set<Field> = []
  /// Pairs of sheet and column letters.
  private var columns: Set<[String]> = []

  init(
    _ notes: EntryNotes, of entry: Int64, _ store: LedgerStore, _ catalogue: Catalogue
  ) throws {
    let speaker = try store.entry(entry).source?.speaker ?? ""
    for word in notes.all(UnresolvedTerm.self) where catalogue.knows(word, of: speaker) {
      fields.formUnion(word.fields)
    }
    for column in notes.all(UnreadColumn.self)
    where column.isAsked && catalogue.knows(column, of: speaker) {
      columns.insert([column.sheet, column.letters])
    }
  }

  var isEmpty: Bool { fields.isEmpty && columns.isEmpty }

  func concerns(_ value: ParsedValue, sheet: String) -> Bool {
    if fields.contains(value.key.field) { return true }
    return value.column.map { columns.contains([sheet, CellReference.letters($0)]) } ?? false
  }
}
