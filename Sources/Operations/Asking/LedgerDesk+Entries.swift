import Foundation
package import Ledger
import Storage

extension LedgerDesk {
  /// The last acts, latest first.
  package func entries(limit: Int) throws -> [Entry] {
    try reading { store, _ in try store.entries(limit: limit) }
  }
}

/// Entries for programs.
package enum EntriesJSON {
  package static func json(_ entries: [Entry]) -> JSON {
    .object([("entries", .array(entries.map(entry)))])
  }

  private static func entry(_ entry: Entry) -> JSON {
    .object([
      ("entry", .integer(entry.number)), ("at", .string(ShanghaiCalendar.text(entry.at))),
      ("actor", .string(entry.actor)), ("kind", .string(entry.kind.rawValue)),
      ("reason", .optional(entry.reason)), ("file", .optional(entry.source?.fileName)),
      ("sender", .optional(entry.source?.sender)),
      ("undoes", entry.undoes.map { .integer($0) } ?? .null),
      ("merged", entry.particulars.merge.map { .integer($0.project) } ?? .null),
      ("merged_into", entry.particulars.merge.map { .integer($0.into) } ?? .null),
      ("created", .count(entry.counts.created)), ("updated", .count(entry.counts.updated)),
      ("removed", .count(entry.counts.removed)), ("unchanged", .count(entry.counts.unchanged)),
      ("hash", .string(entry.hash)),
    ])
  }
}
