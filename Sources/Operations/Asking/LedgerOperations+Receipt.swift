import Foundation
import Intake
package import Ledger
import Matching
import Reports
import Spreadsheet
import Storage
import Wording

extension LedgerOperations {
  /// The receipt of an import, computed from the journal and the stored file, so it is always available. The
  /// values of new projects, most of a first list, are only counted unless requested. Throws `notAnImport`.
  package func receipt(of entry: Int64, withNewValues: Bool) throws -> Receipt {
    try reading { store, catalogue in
      let shown = try shown(entry, store, catalogue)
      let receipt = try Self.receipt(
        of: entry, store, store.catalogue(through: entry), withNewValues: withNewValues)
      if store.showsEverything { return receipt }
      return receipt.of(shown, isOwn: OwnActs(person, catalogue).contain(shown))
    }
  }

  /// Writes the receipt as a workbook.
  package func writeReceipt(_ receipt: Receipt, to path: String) throws {
    let path = try output(path)
    try reading(for: .export) { store, catalogue in
      var edition = try BookPress.edition(ProjectFilter(), store, catalogue)
      edition.making.imprint.maker = maker
      let recorded = ShanghaiCalendar.words(receipt.entry.at)
      try BookFile(
        "receipt", title: ReceiptBook.title, edition,
        sheets: ReceiptBook(receipt, recorded: recorded).sheets
      ).write(to: path)
    }
  }

  static func receipt(
    of number: Int64, _ store: LedgerStore, _ catalogue: Catalogue, withNewValues: Bool
  ) throws -> Receipt {
    let entry = try store.entry(number)
    guard let source = entry.source else { throw OperationError.notAnImport(number) }
    var changes: [WrittenRow] = []
    // All changes of a large list at once would need many times its memory.
    try store.forEachChange(of: number) {
      changes.append(WrittenRow($0, withNewValues: withNewValues))
    }
    let outcomes = source.outcomes?.rows ?? []
    let names = try names(in: changes, outcomes, store)
    let notes = try store.notes(of: number)
    let held = Dictionary(notes.all(HeldRow.self).map { ($0.source, $0) }) { first, _ in first }
    let written = changes.compactMap { change -> (SourceRow, Receipt.Row)? in
      guard let row = change.row else { return nil }
      return (
        row,
        Self.row(
          row, source, change.outcome, change.project, names[change.project] ?? "",
          fields: change.fields, values: change.values)
      )
    }
    let unnamed = outcomes.filter { held[$0.source] == nil }
    let stated = try statedNames(of: unnamed, entry, store, catalogue)
    let others = outcomes.map { row -> (SourceRow, Receipt.Row) in
      switch row.outcome {
      case .unchanged(let project):
        (row.source, Self.row(row.source, source, .unchanged, project, names[project] ?? ""))
      case .review:
        (
          row.source,
          Self.row(
            row.source, source, .review, nil, held[row.source]?.name ?? stated[row.source] ?? "",
            held: held[row.source])
        )
      case .rejected:
        (row.source, Self.row(row.source, source, .rejected, nil, stated[row.source] ?? ""))
      }
    }
    let rows = (written + others).sorted {
      ($0.0.table, $0.0.number) < ($1.0.table, $1.0.number)
    }
    return Receipt(
      entry: entry, rows: rows.map(\.1),
      decisions: try decisions(of: source, through: number, store, catalogue), notes: notes,
      catalogue: catalogue, olderThan: try store.monthNewer(than: number))
  }

  /// The decisions about the sender's words that applied when the list was read.
  private static func decisions(
    of source: Source, through entry: Int64, _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> [Receipt.Decision] {
    if source.sender.isEmpty { return [] }
    return try decisions(in: catalogue, store, through: entry).filter {
      $0.sender == source.sender && !$0.isRevoked
    }.map { decision in
      let words = decision.words(catalogue)
      return Receipt.Decision(
        kind: words.kind, text: words.text, meaning: words.meaning, file: words.file,
        actor: decision.entry.actor, entry: decision.entry.number)
    }
  }

  private static func row(
    _ row: SourceRow, _ source: Source, _ outcome: Receipt.Outcome, _ project: ProjectID?,
    _ name: String, fields: [FieldChange] = [], values: Int = 0, held: HeldRow? = nil
  ) -> Receipt.Row {
    let sheet = source.tables.indices.contains(row.table) ? source.tables[row.table].sheet : ""
    return Receipt.Row(
      sheet: sheet, number: row.number, outcome: outcome, project: project, name: name,
      fields: fields, values: values, held: held)
  }

  /// The names of projects: as the entry recorded them, else the current ones.
  private static func names(
    in changes: [WrittenRow], _ outcomes: [RowOutcomes.Row], _ store: LedgerStore
  ) throws -> [ProjectID: String] {
    let repeated = outcomes.compactMap { row -> ProjectID? in
      if case .unchanged(let project) = row.outcome { project } else { nil }
    }
    let unnamed = changes.filter { $0.name == nil }.map(\.project)
    var names = try store.names(of: unnamed + repeated)
    for change in changes {
      if let name = change.name { names[change.project] = name }
    }
    return names
  }

  /// The names in rows that wrote nothing: only the file has them, so it is read again.
  private static func statedNames(
    of outcomes: [RowOutcomes.Row], _ entry: Entry, _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> [SourceRow: String] {
    let isOpen = outcomes.contains { $0.outcome == .review || $0.outcome == .rejected }
    // Read as it was then: with the sender's words and layout.
    guard isOpen,
      let list = try KeptList.read(entry, in: catalogue, layout: catalogue, store)
    else { return [:] }
    var names: [SourceRow: String] = [:]
    for (table, rows) in list.tables.map(\.rows).enumerated() {
      for row in rows { names[SourceRow(table: table, number: row.number)] = row.text(.name) }
    }
    return names
  }
}

/// What an import wrote for a row, as a receipt shows it.
private struct WrittenRow {
  let row: SourceRow?
  let project: ProjectID
  let outcome: Receipt.Outcome
  /// The name that the entry gave the project; nil if it gave none.
  let name: String?
  let values: Int
  let fields: [FieldChange]

  init(_ change: Change, withNewValues: Bool) {
    row = change.row
    project = change.project
    outcome = change.kind == .create ? .created : change.fields.isEmpty ? .unchanged : .updated
    let named = change.fields.last { $0.key == FieldKey(.name) }
    name = if case .text(let name)? = named?.after { name } else { nil }
    values = change.fields.count
    fields = outcome == .created && !withNewValues ? [] : change.fields
  }
}
