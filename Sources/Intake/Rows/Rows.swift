import Machine

/// Project rows in order, of one table or of all tables of a list, without copying them.
///
/// Callers need not know how they are stored. Rows of a very long list move to a temporary file as they are
/// read, return to memory on access, and leave again when others are accessed (`MappedMemory`); after the
/// last reference is gone, another core frees them.
package struct Rows: RandomAccessCollection, Sendable, ExpressibleByArrayLiteral {
  private let tables: [Content]
  /// The start of each table, and the end of the last one.
  private let starts: [Int]

  /// The rows of a table.
  private final class Content: Sendable {
    let rows: [ParsedRow]

    init(_ rows: [ParsedRow]) { self.rows = rows }

    deinit { if rows.count >= Rows.many { Cores.letGo(of: rows) } }
  }

  /// The number of rows from which using another core pays.
  private static let many = 8_192

  /// The rows of a table.
  package init(_ rows: [ParsedRow]) { self.init([Content(rows)]) }

  /// The rows of several tables, concatenated.
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

  /// The index of a row's table.
  package func table(of position: Int) -> Int {
    // The first table that ends after the row: an empty table ends where it begins.
    tables.count == 1 ? 0 : tables.indices.first(from: { starts[$0 + 1] > position })
  }

  /// The results of `work` for each row, in order, computed on all cores. `watch` stops it by throwing.
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
