/// What a row of a list says of a key without its becoming a value of the ledger: a conflict, a difference, or
/// what the ledger holds already. It is the sender's word all the same.
package struct Stated: Hashable, Sendable {
  package let key: FieldKey
  /// Nil for a cell that is blank where the sender said something before: it takes nothing back.
  package let value: Value?
  /// The source's text, kept only where it says it otherwise than the canonical form.
  package let raw: String?

  package init(key: FieldKey, value: Value?, raw: String? = nil) {
    self.key = key
    self.value = value
    self.raw = raw
  }
}
