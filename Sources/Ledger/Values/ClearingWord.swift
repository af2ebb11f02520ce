/// The word that clears the ledger's value, in a cell of a unit's 核对表. A blank cell changes nothing.
package enum ClearingWord {
  package static let text = "清空"
}
