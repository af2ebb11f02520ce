import Engine
package import Ledger

extension LedgerStore {
  /// The keys of all series of any project, by field and period: the columns of a full table.
  package func seriesKeys(asOf day: PartialDate?) throws -> [FieldKey] {
    try read(asOf: day) { session, _ in try Self.seriesKeys(session) }
  }

  /// The keys of all series of any project as of an entry.
  package func seriesKeys(through revision: Int64) throws -> [FieldKey] {
    try database.read { try AsOf.read(revision, $0, Self.seriesKeys) }
  }

  private static func seriesKeys(_ session: Session) throws -> [FieldKey] {
    var keys: Set<FieldKey> = []
    for column in ProjectColumn.all where column.field.kind == .series {
      // Which periods do the figures of projects have?
      let statement = try session.stream(
        """
        SELECT \(column.name)
        FROM \(column.table.rawValue)
        WHERE \(column.name) IS NOT NULL
        """)
      while try statement.step() {
        var series = SeriesScan(statement.bytes(0))
        while let figure = series.next() {
          if let period = figure.period { keys.insert(FieldKey(column.field, period)) }
        }
      }
    }
    return keys.sorted()
  }
}
