package import Foundation
package import Ledger

/// A signed-in person.
package struct Session: Hashable, Sendable {
  package let id: Int64
  package let account: Account
  package let grants: [Grant]
  package let made: Date
  package let seen: Date
  package let place: SessionPlace
  /// What has to be done before anything else.
  package let owes: Set<Duty>

  /// A step that a signed-in person has to do before anything else.
  package enum Duty: Hashable, Sendable {
    /// The password was a one-time code.
    case firstPassword
    /// The password is too old.
    case newPassword
    /// A second factor is required and not set up.
    case factor
  }

  /// The person as the ledger knows them.
  package var person: Person {
    Person(login: account.login, name: account.name, unit: account.unit, grants: grants)
  }

  /// The person as actor in the audit.
  package func actor(from address: String) -> AuditActor {
    AuditActor(login: account.login, name: account.name, address: address)
  }
}

/// Where a session was begun.
package struct SessionPlace: Hashable, Sendable {
  package let address: String
  /// The browser's user agent.
  package let browser: String

  package init(address: String, browser: String) {
    self.address = address
    self.browser = String(
      browser.unicodeScalars.filter { $0.value >= 32 }.prefix(200).map(Character.init))
  }
}
