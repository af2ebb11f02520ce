import Engine
package import Ledger

extension LedgerStore {
  /// The last act up to an entry that altered each item of a kind, by the item's code.
  package func lastEntries(
    of kind: CatalogueKind, through revision: Int64 = .max
  ) throws -> [String: Entry] {
    try database.read { session in
      // Which act altered each item of this kind last?
      let rows = try session.rows(
        """
        SELECT code, max(entry)
        FROM catalogue_change
        WHERE kind = ? AND entry <= ?
        GROUP BY code
        ORDER BY code
        """, .text(kind.rawValue), .integer(revision)
      ) { ($0.text(0), $0.int64(1)) }
      var entries: [Int64: Entry] = [:]
      var last: [String: Entry] = [:]
      for (code, number) in rows {
        let entry = try entries[number] ?? EntryTable.entry(number, session)
        entries[number] = entry
        last[code] = entry
      }
      return last
    }
  }
}
