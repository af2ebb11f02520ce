package import Foundation

/// Why something about accounts could not be done: facts only.
package enum AccessError: Error, Hashable, Sendable {
  /// The ledger has no accounts yet.
  case noAccounts
  case unknownAccount(String)
  case accountExists(String)
  /// A login is 2 to 32 lowercase letters, digits, dots, dashes and underscores, starting with a letter or digit.
  case malformedLogin(String)
  case nameMissing
  /// A name is at most 64 characters, without line breaks or other invisible characters.
  case malformedName(String)
  case unsuitablePassword([PasswordFault])
  /// The name, the password or the code is wrong; which one is not revealed.
  case signInFailed
  /// Too many failures for one name from one address.
  case tooManyFailures(until: Date)
  /// The current password was required, and a different one was given.
  case wrongPassword
  /// A wrong code of the second factor.
  case wrongCode
  /// The setup of a second factor has not begun.
  case noFactorOffered
  /// The second factor is required of this account and cannot be removed.
  case factorRequired
  case unknownRole(String, known: [String])
  /// A grant has one kind of scope: units, areas or chains.
  case severalScopes
  /// A role over units or areas was granted without naming any.
  case scopeMissing(role: String)
  case unknownGrant(Int64)
  case grantExists
  /// Nobody grants rights to themselves.
  case grantToSelf(login: String)
  /// An administrator holds no second role.
  case mixedDuties(login: String)
  /// A role that covers no projects has no scope.
  case scopeOfAdministrator(role: String)
  /// Something for people was requested for a machine's account, or the other way round.
  case wrongKind(login: String)
  case unknownSession(Int64)
  case unknownToken(Int64)
  case purposeMissing
  case reasonMissing
  /// A token is valid for 1 to 366 days.
  case tokenDays(Int)
  /// Nobody disables themselves.
  case disablesSelf(login: String)
  /// Nobody else has a role that some administrator must have.
  case lastAdministrator(role: String)
  /// Neither a valid session nor a valid token.
  case notSignedIn
}
