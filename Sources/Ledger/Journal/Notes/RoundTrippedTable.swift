/// A table written by the ledger itself and returned by an office: cells that are unchanged are the ledger's
/// statement, and only changed ones are the sender's.
package struct RoundTrippedTable: NoteLine {
  package static let kind = EntryNotes.Kind.returned

  /// Its index among the tables of the list, from 0.
  package let table: Int

  package init(table: Int) { self.table = table }

  package init?(words: [String]) {
    guard words.count == 1, let table = Int(words[0]), table >= 0 else { return nil }
    self.init(table: table)
  }

  package var words: [String] { [String(table)] }
}
