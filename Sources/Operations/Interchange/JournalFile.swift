import Foundation
import Ledger
import Spreadsheet
import SpreadsheetWriting
import Storage

/// The journal as JSON Lines: one entry per line with all its changes, enough to replay them on a copy and to
/// recompute every hash.
///
/// Values are in canonical form (`Value.canonical`), exactly as they are hashed.
struct JournalFile {
  private let store: LedgerStore

  init(_ store: LedgerStore) { self.store = store }

  /// Writes the entries after `first` up to `last`, oldest first, atomically. Changes are streamed to disk as
  /// they are read.
  func write(to path: String, after first: Int64 = 0, through last: Int64) throws {
    let file = try TextWriter(path: path)
    try store.forEachEntry(after: first, through: last) { entry, changes in
      // The object stays open for its last member, the changes.
      try file.write(String(Self.head(entry).text.dropLast()) + ",\"changes\":[")
      var separator = ""
      try changes { change in
        try file.write(separator + Self.change(change, entry.entry.source).text)
        separator = ","
      }
      try file.write("]}\n")
    }
    try file.finish()
  }

  private static func head(_ journal: JournalEntry) -> JSON {
    let entry = journal.entry
    let particulars = entry.particulars
    let counts = entry.counts
    return .object([
      ("entry", .integer(entry.number)), ("at", .string(Timestamp.text(entry.at))),
      ("actor", .string(entry.actor)), ("kind", .string(entry.kind.rawValue)),
      ("reason", .optional(entry.reason)), ("source", entry.source.map(source) ?? .null),
      ("undoes", .optional(entry.undoes)),
      ("effective", .optional(particulars.effective?.text)),
      ("evidence", .optional(particulars.evidence)),
      ("merged", .optional(particulars.merge?.project)),
      ("merged_into", .optional(particulars.merge?.into)),
      ("published", .optional(journal.published)),
      ("created", .count(counts.created)), ("updated", .count(counts.updated)),
      ("removed", .count(counts.removed)), ("unchanged", .count(counts.unchanged)),
      ("previous_hash", .string(journal.previousHash)), ("hash", .string(entry.hash)),
      ("catalogue", .array(journal.items.map(item))),
      ("notes", .object(journal.notes.map { ($0.kind, .string($0.text)) })),
    ])
  }

  private static func source(_ source: Source) -> JSON {
    .object([
      ("file", .string(source.fileName)), ("sha256", .string(source.sha256)),
      ("sender", .string(source.sender)), ("year", .count(source.year)),
      ("as_of_month", .optional(source.asOfMonth.map { Int64($0) })),
      (
        "tables",
        .array(
          source.tables.map { table in
            let columns = table.columns.sorted { ($0.key, $0.value) < ($1.key, $1.value) }
            let constants = table.constants.sorted { $0.key < $1.key }
            return .object(
              [
                ("sheet", .string(table.sheet)),
                ("columns", .object(columns.map { ($0.key.text, .count($0.value)) })),
              ]
                + (constants.isEmpty
                  ? []
                  : [("constants", .object(constants.map { ($0.key.text, .string($0.value)) }))]))
          })
      ),
      ("outcomes", .optional(source.outcomes?.text)),
    ])
  }

  private static func item(_ change: JournalEntry.ItemChange) -> JSON {
    .object([
      ("kind", .string(change.kind)), ("code", .string(change.code)),
      ("old", .optional(change.before)), ("new", .string(change.after)),
    ])
  }

  private static func change(_ change: Change, _ source: Source?) -> JSON {
    let table = change.row.flatMap { row in
      source?.tables.indices.contains(row.table) == true ? source?.tables[row.table] : nil
    }
    var members: [(String, JSON)] = [
      ("project", .integer(change.project)), ("kind", .string(change.kind.rawValue)),
      ("table", .optional(change.row.map { Int64($0.table) })),
      ("sheet", .optional(table?.sheet)),
      ("row", .optional(change.row.map { Int64($0.number) })),
      (
        "fields",
        .array(
          change.fields.map { field in
            var members: [(String, JSON)] = [
              ("field", .string(field.key.text)), ("old", .optional(field.before?.canonical)),
              ("new", .optional(field.after?.canonical)),
            ]
            if let table, let column = table.columns[field.key], let row = change.row,
              !table.isConstant(field)
            {
              let cell = CellReference.letters(column) + String(row.number)
              members.append(("cell", .string(cell)))
            }
            if let raw = field.raw { members.append(("text", .string(raw))) }
            return .object(members)
          })
      ),
    ]
    if !change.stated.isEmpty {
      members.append(("stated", .array(change.stated.map(stated))))
    }
    members += inheritance(change.inheritance)
    return .object(members)
  }

  /// The statements and months inherited from a project merged into this one, in hash order.
  private static func inheritance(_ inheritance: Inheritance) -> [(String, JSON)] {
    let said = inheritance.statements.sorted { $0.key < $1.key }.flatMap { sender, record in
      record.entries.map { JSON.object([("sender", .string(sender))] + pair($0)) }
    }
    let reach = inheritance.reach.sorted { $0.key < $1.key }.map { key, month in
      JSON.object([("field", .string(key.text)), ("month", .count(month))])
    }
    return (said.isEmpty ? [] : [("said", .array(said))])
      + (reach.isEmpty ? [] : [("reach", .array(reach))])
  }

  private static func stated(_ word: Stated) -> JSON {
    var members: [(String, JSON)] = [
      ("field", .string(word.key.text)), ("value", .optional(word.value?.canonical)),
    ]
    if let raw = word.raw { members.append(("text", .string(raw))) }
    return .object(members)
  }

  private static func pair(_ entry: Record.Entry) -> [(String, JSON)] {
    [("field", .string(entry.key.text)), ("value", .string(entry.value.canonical))]
  }
}
