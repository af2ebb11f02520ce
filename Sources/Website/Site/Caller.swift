import Access
package import Ledger

/// The caller of a request, passed to every handler.
package struct Caller: Hashable, Sendable {
  package let person: Person
  /// The session; nil for API tokens and for the local user.
  var session: Session?
  /// The network address.
  var address = "local"
  /// Whether the caller is anonymous.
  var isStranger = false

  /// A person with an account.
  package init(_ person: Person) { self.person = person }

  /// The local user, who may read the file.
  package init(name: String) { person = Person(name: name) }

  /// The name recorded in entries.
  package var name: String { person.name }

  /// The caller's unit; nil for the bureau that keeps the ledger.
  package var unit: String? { person.unit }
}
