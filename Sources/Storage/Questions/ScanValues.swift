/// Values of rows besides facets and figures: a column in memory, or a reader of the scan's rows.
enum ScanValues<Column, Reader> {
  case held(Column)
  case read(Reader)
}

extension Scan {
  /// Returns the source of a value for each row.
  mutating func values<Column: KeptColumn, Reader>(
    _ key: ColumnKey, _ session: Session, held: (_ count: Int) -> Column,
    read: (inout ScanQuery) throws -> Reader
  ) throws -> ScanValues<Column, Reader> {
    switch rows {
    case .held(let rows): return .held(try rows.state.column(key, session, make: held))
    case .read(var rows):
      let reader = try read(&rows.query)
      self.rows = .read(rows)
      return .read(reader)
    }
  }
}
