import Foundation
package import Ledger
import Storage

extension LedgerDesk {
  /// The last acts, latest first.
  package func entries(limit: Int) throws -> [Entry] {
    try reading { store, _ in try store.entries(limit: limit) }
  }

  /// The same, each with how much of a list was held, refused and found wrong.
  package func entrySummaries(limit: Int) throws -> [EntrySummary] {
    try reading { store, _ in
      try store.entries(limit: limit).map { entry in
        let notes = try entry.source == nil ? EntryNotes() : store.notes(of: entry.number)
        return EntrySummary(entry, notes)
      }
    }
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

  init(_ entry: Entry, _ notes: EntryNotes) {
    let held = entry.source?.outcomes?.held
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

  private static func entry(_ summary: EntrySummary) -> JSON {
    let entry = summary.entry
    return .object([
      ("entry", .integer(entry.number)), ("at", .string(ShanghaiCalendar.text(entry.at))),
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
    ])
  }
}
