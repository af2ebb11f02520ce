/// The word that a unit writes into a cell of its 核对表 to take away what the ledger holds there. A blank
/// cell says nothing.
package enum ClearingWord {
  package static let text = "清空"
}
