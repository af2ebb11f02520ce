import Foundation
import Intake
package import Ledger
import Matching
import Reports
import Spreadsheet
import Storage
import Wording

extension LedgerDesk {
  /// The receipt of an import: made from the journal and the file that is kept, so that it can be had
  /// for ever. Throws `notAnImport`.
  package func receipt(of entry: Int64) throws -> Receipt {
    try reading { store, catalogue in
      let shown = try shown(entry, store, catalogue)
      let receipt = try Self.receipt(of: entry, store, store.catalogue(through: entry))
      if store.showsEverything { return receipt }
      return receipt.of(shown, isOwn: OwnActs(person, catalogue).contain(shown))
    }
  }

  /// Writes the receipt as a workbook.
  package func writeReceipt(_ receipt: Receipt, to path: String) throws {
    let path = try output(path)
    try reading(for: .export) { store, catalogue in
      let edition = try BookPress.edition(ProjectFilter(), store, catalogue)
      let recorded = ShanghaiCalendar.words(receipt.entry.at)
      try BookFile(
        "receipt", title: ReceiptBook.title, edition,
        sheets: ReceiptBook(receipt, recorded: recorded).sheets
      ).write(to: path)
    }
  }

  static func receipt(
    of number: Int64, _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> Receipt {
    let entry = try store.entry(number)
    guard let source = entry.source else { throw OperationError.notAnImport(number) }
    let changes = try store.changes(of: number)
    let outcomes = source.outcomes?.rows ?? []
    let names = try names(in: changes, outcomes, store)
    let notes = try store.notes(of: number)
    let held = Dictionary(notes.all(HeldRow.self).map { ($0.source, $0) }) { first, _ in first }
    let written = changes.compactMap { change -> (SourceRow, Receipt.Row)? in
      guard let row = change.row else { return nil }
      let outcome: Receipt.Outcome =
        change.kind == .create ? .created : change.fields.isEmpty ? .unchanged : .updated
      return (
        row,
        Self.row(
          row, source, outcome, change.project, names[change.project] ?? "",
          fields: change.fields)
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

  /// What was decided about the sender's words when the list was read.
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
    _ name: String, fields: [FieldChange] = [], held: HeldRow? = nil
  ) -> Receipt.Row {
    let sheet = source.tables.indices.contains(row.table) ? source.tables[row.table].sheet : ""
    return Receipt.Row(
      sheet: sheet, number: row.number, outcome: outcome, project: project, name: name,
      fields: fields, held: held)
  }

  /// What projects are called: as the entry named them, else as they are called now.
  private static func names(
    in changes: [Change], _ outcomes: [RowOutcomes.Row], _ store: LedgerStore
  ) throws -> [ProjectID: String] {
    let repeated = outcomes.compactMap { row -> ProjectID? in
      if case .unchanged(let project) = row.outcome { project } else { nil }
    }
    var names = try store.projects(changes.map(\.project) + repeated)
      .compactMapValues { $0.record.text(.name) }
    for change in changes {
      for field in change.fields where field.key == FieldKey(.name) {
        if case .text(let name) = field.after { names[change.project] = name }
      }
    }
    return names
  }

  /// The names in rows of which nothing was written: they stand only in the file, which is read again.
  private static func statedNames(
    of outcomes: [RowOutcomes.Row], _ entry: Entry, _ store: LedgerStore, _ catalogue: Catalogue
  ) throws -> [SourceRow: String] {
    let isOpen = outcomes.contains { $0.outcome == .review || $0.outcome == .rejected }
    // As it was read then: with the sender's words and layout.
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
