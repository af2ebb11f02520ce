import Machine

/// Project rows in order: those of a table, or of all tables of a list. Nothing is copied.
///
/// Whoever reads them need not know how they stand in memory. Rows of a very long list are put aside as they
/// are made, come back when somebody looks at them, and leave when others were looked at since
/// (`SystemMemory`); when nobody holds them any more, another core frees them.
package struct Rows: RandomAccessCollection, Sendable, ExpressibleByArrayLiteral {
  private let tables: [Content]
  /// Where each table begins, and where the last one ends.
  private let starts: [Int]

  /// The rows of a table.
  private final class Content: Sendable {
    let rows: [ParsedRow]

    init(_ rows: [ParsedRow]) { self.rows = rows }

    deinit { if rows.count >= Rows.many { Cores.letGo(of: rows) } }
  }

  /// From so many rows on another core is worth its start.
  private static let many = 8_192

  /// The rows of a table.
  package init(_ rows: [ParsedRow]) { self.init([Content(rows)]) }

  /// The rows of tables, one behind the other.
  package init(of tables: [Rows]) { self.init(tables.flatMap(\.tables)) }

  package init(arrayLiteral rows: ParsedRow...) { self.init(rows) }

  private init(_ tables: [Content]) {
    self.tables = tables
    starts = tables.reduce(into: [0]) { starts, table in
      starts.append((starts.last ?? 0) + table.rows.count)
    }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { starts[tables.count] }

  package subscript(position: Int) -> ParsedRow {
    let table = table(of: position)
    return tables[table].rows[position - starts[table]]
  }

  /// The number of a row in the file.
  package func number(_ position: Int) -> Int {
    let table = table(of: position)
    return tables[table].rows[position - starts[table]].number
  }

  /// Which table a row stands in.
  package func table(of position: Int) -> Int {
    // The first one that ends behind it: those without rows end where they begin.
    tables.count == 1 ? 0 : tables.indices.first(from: { starts[$0 + 1] > position })
  }

  /// What becomes of each row, in their order; all cores work at it. `watch` stops everything by throwing.
  package func concurrentMap<Outcome: Sendable>(
    watch: () throws -> Void = {},
    _ work: @escaping @Sendable (ParsedRow) throws -> Outcome
  ) throws -> [Outcome] {
    let parts = Cores.parts(of: indices, least: Self.many, cores: .max)
    return try Cores.map(parts, making: {}, watch: { _, _ in try watch() }) { _, part, watch in
      try part.map { place in
        if place % 64 == 0 { try watch(place) }
        return try work(self[place])
      }
    }.flatMap { $0 }
  }
}
