import Machine

/// The rows of all tables of a list, in order: nothing is copied.
package struct ListRows: RandomAccessCollection, Sendable, ExpressibleByArrayLiteral {
  private let tables: [[ParsedRow]]
  /// Where each table begins, and where the last one ends.
  private let starts: [Int]

  package init(_ tables: [[ParsedRow]]) {
    self.tables = tables
    starts = tables.reduce(into: [0]) { starts, rows in
      starts.append((starts.last ?? 0) + rows.count)
    }
  }

  package init(arrayLiteral rows: ParsedRow...) { self.init([rows]) }

  package var startIndex: Int { 0 }
  package var endIndex: Int { starts[tables.count] }

  package subscript(position: Int) -> ParsedRow {
    let table = table(of: position)
    return tables[table][position - starts[table]]
  }

  /// Nobody reads in some of the rows for a while: those of a very long list leave the memory.
  package func rest(_ positions: Range<Int>) { ParsedRow.rest(positions.lazy.map { self[$0] }) }

  /// The number of a row in the file.
  func number(_ position: Int) -> Int {
    let table = table(of: position)
    return tables[table][position - starts[table]].number
  }

  /// Which table a row stands in.
  package func table(of position: Int) -> Int {
    // The first one that ends behind it: those without rows end where they begin.
    tables.indices.first(from: { starts[$0 + 1] > position })
  }
}
