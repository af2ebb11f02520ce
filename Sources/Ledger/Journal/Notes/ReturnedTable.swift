/// A table of a list that the ledger had written itself and an office sent back: what its cells repeat is the ledger's
/// word, and only what was altered in it is its sender's.
package struct ReturnedTable: NoteLine {
  package static let kind = EntryNotes.Kind.returned

  /// Its place among the tables of the list, from 0.
  package let table: Int

  package init(table: Int) { self.table = table }

  package init?(words: [String]) {
    guard words.count == 1, let table = Int(words[0]), table >= 0 else { return nil }
    self.init(table: table)
  }

  package var words: [String] { [String(table)] }
}
