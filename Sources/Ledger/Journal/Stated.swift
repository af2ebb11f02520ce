/// A statement of a list's row about a key that did not become a value of the ledger: a conflict, a difference
/// between senders, or a repetition of the ledger's value. It counts as the sender's statement all the same.
package struct Stated: Hashable, Sendable {
  package let key: FieldKey
  /// Nil for a blank cell where the sender had stated a value before: it clears nothing.
  package let value: Value?
  /// The source's text, stored only if it differs from the canonical form.
  package let raw: String?

  package init(key: FieldKey, value: Value?, raw: String? = nil) {
    self.key = key
    self.value = value
    self.raw = raw
  }
}
