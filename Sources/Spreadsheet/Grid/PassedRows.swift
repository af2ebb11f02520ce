/// The rows of a sheet one after the other, for whoever passes by them all: what is left behind need not
/// stand in memory, where the sheet is so large that it stands in a file as well.
package struct PassedRows: Sequence {
  private let rows: [Row]

  /// Of some rows of a sheet.
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
  /// The rows, to be passed by.
  package var passedRows: PassedRows { PassedRows(rows) }
}
