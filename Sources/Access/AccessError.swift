package import Foundation

/// Why something about accounts could not be done: facts only.
package enum AccessError: Error, Hashable, Sendable {
  /// The ledger has no accounts yet.
  case noAccounts
  case unknownAccount(String)
  case accountExists(String)
  /// A login is 2 to 32 small letters, digits, dots, dashes and underscores, a letter or digit first.
  case malformedLogin(String)
  case nameMissing
  /// A name is at most 64 characters, without line breaks and what else is not seen.
  case malformedName(String)
  case unsuitablePassword([PasswordFault])
  /// Name, password or code: which of them is nobody's business.
  case signInFailed
  /// Too many failures of one name from one address.
  case tooManyFailures(until: Date)
  /// The password that stands was asked for, and is another.
  case wrongPassword
  /// A code of the second factor that does not fit.
  case wrongCode
  /// Nobody began with a second factor.
  case noFactorOffered
  /// The second factor is asked of this account, and cannot be given up.
  case factorRequired
  case unknownRole(String, known: [String])
  /// Units, areas and chains are scopes of their own.
  case severalScopes
  /// A role of units or areas that none were named for.
  case scopeMissing(role: String)
  case unknownGrant(Int64)
  case grantExists
  /// Whoever gives rights gives none to themselves.
  case grantToSelf(login: String)
  /// An administrator holds no second role.
  case mixedDuties(login: String)
  /// A role that is about no projects has no scope.
  case scopeOfAdministrator(role: String)
  /// Something for people was asked of a machine's account, or the other way round.
  case wrongKind(login: String)
  case unknownSession(Int64)
  case unknownToken(Int64)
  case purposeMissing
  case reasonMissing
  /// A token lasts 1 to 366 days.
  case tokenDays(Int)
  /// Nobody disables themselves.
  case disablesSelf(login: String)
  /// Nobody else has a role that an administrator must have.
  case lastAdministrator(role: String)
  /// Neither a session nor a token fits.
  case notSignedIn
}
