import Engine
package import Ledger

extension LedgerStore {
  /// The projects of a filter, packages and parts alike, with values of a field that few projects have (milestones,
  /// problems), by number.
  package func projects(_ filter: ProjectFilter, having field: Field) throws -> [StoredProject] {
    let column = ProjectColumn.all[Int(field.rawValue)]
    return try read(asOf: filter.asOf) { session, _ in
      // Which projects have a value?
      let holders = try session.rows(
        """
        SELECT project
        FROM \(column.table.rawValue)
        WHERE \(column.name) IS NOT NULL
        ORDER BY project
        """
      ) { $0.int64(0) }
      if holders.isEmpty { return [] }
      let chosen = Set(try Self.ids(filter, sort: .byID, rows: .all, session))
      return try ProjectReader(items: ItemNumbers(session), session)
        .projects(holders.filter(chosen.contains), session)
    }
  }
}
