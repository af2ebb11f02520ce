import Access
package import Ledger

/// Who asks or acts: every handler is given one.
package struct Caller: Hashable, Sendable {
  package let person: Person
  /// Their session; nil for programs and for whoever may read the file.
  var session: Session?
  /// Where they are.
  var address = "local"
  /// Whether nobody knows who it is.
  var isStranger = false

  /// Somebody with an account.
  package init(_ person: Person) { self.person = person }

  /// Whoever may read the file.
  package init(name: String) { person = Person(name: name) }

  /// Written into every entry.
  package var name: String { person.name }

  /// The unit that they speak for; nil for the bureau that keeps the ledger.
  package var unit: String? { person.unit }
}
