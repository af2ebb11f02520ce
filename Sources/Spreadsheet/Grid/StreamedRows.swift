/// A sequence for one pass over the rows of a sheet: blocks already passed may leave memory where a
/// large sheet is also in a file.
package struct StreamedRows: Sequence {
  private let rows: [Row]

  /// A pass over some rows of a sheet.
  package init(_ rows: [Row]) { self.rows = rows }

  package func makeIterator() -> Iterator { Iterator(rows) }

  package struct Iterator: IteratorProtocol {
    private var rows: IndexingIterator<[Row]>
    private var block: CellBlock?

    fileprivate init(_ rows: [Row]) { self.rows = rows.makeIterator() }

    package mutating func next() -> Row? {
      guard let row = rows.next() else {
        block?.rest()
        return nil
      }
      if row.cells.block !== block {
        block?.rest()
        block = row.cells.block
      }
      return row
    }
  }
}

extension Sheet {
  /// The rows, for one pass.
  package var passedRows: StreamedRows { StreamedRows(rows) }
}
