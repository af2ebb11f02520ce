import Engine
package import Ledger

extension LedgerStore {
  /// The last entry, up to a revision, that altered each item of a kind, by the item's code.
  package func lastEntries(
    of kind: CatalogueKind, through revision: Int64 = .max
  ) throws -> [String: Entry] {
    try database.read { session in
      // Which entry altered each item of this kind last?
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

  /// The changes of an item in the order of their entries: the item before and after each.
  package func changes(
    of kind: CatalogueKind, _ code: String
  ) throws -> [(entry: Entry, before: CatalogueItem?, after: CatalogueItem)] {
    try database.read { session in
      // Which entries altered this item, and how?
      try session.rows(
        """
        SELECT entry, before, after, id
        FROM catalogue_change
        WHERE kind = ? AND code = ?
        ORDER BY id
        """, .text(kind.rawValue), .text(code)
      ) { row in
        func item(_ body: String) throws -> CatalogueItem {
          guard let item = CatalogueItem(kind: kind, code: code, canonical: body)
          else { throw StorageError.damaged(table: "catalogue_change", row: row.int64(3)) }
          return item
        }
        return (
          try EntryTable.entry(row.int64(0), session), try row.textIfAny(1).map(item),
          try item(row.text(2))
        )
      }
    }
  }

  /// The changes of an entry to items of the catalogue, in the order in which they were written.
  package func itemChanges(
    of entry: Int64
  ) throws -> [(before: CatalogueItem?, after: CatalogueItem)] {
    try database.read { session in
      // Which items did this entry alter, and how?
      try session.rows(
        """
        SELECT kind, code, before, after, id
        FROM catalogue_change
        WHERE entry = ?
        ORDER BY id
        """, .integer(entry)
      ) { row in
        func item(_ body: String) throws -> CatalogueItem {
          guard let kind = CatalogueKind(rawValue: try row.text(0)),
            let item = CatalogueItem(kind: kind, code: try row.text(1), canonical: body)
          else { throw StorageError.damaged(table: "catalogue_change", row: row.int64(4)) }
          return item
        }
        return (try row.textIfAny(2).map(item), try item(row.text(3)))
      }
    }
  }
}
