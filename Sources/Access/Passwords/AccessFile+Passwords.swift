import Foundation

extension AccessFile {
  /// Sets the password of the session's account, ends all its sessions and begins a new one, whose cookie is
  /// returned. `old` is the current password; it is not required after a one-time code.
  ///
  /// Throws `AccessError.wrongPassword` and `unsuitablePassword`.
  package func setPassword(
    of session: Session, old: String, new: String, rules: AccessRules, from place: SessionPlace
  ) throws -> String {
    let account = session.account
    let policy = rules.policy
    if !session.owes.contains(.firstPassword) {
      try require(old, of: account, from: place.address)
    }
    var faults = policy.faults(
      of: new, words: rules.words + Self.words(of: account))
    let history = try read { try PasswordTable.history(account.id, policy.remembered, $0) }
    if faults.isEmpty, try history.contains(where: { try hasher.fits(new, $0) }) {
      faults.append(.repeated(of: policy.remembered))
    }
    guard faults.isEmpty else { throw AccessError.unsuitablePassword(faults) }
    let hash = try hasher.hash(new)
    let cookie = SecretBytes.random()
    let actor = AuditActor(login: account.login, name: account.name, address: place.address)
    try write(AuditLine(.password, by: actor, on: account.login, result: "set")) { rows in
      try PasswordTable.add(hash, account.id, at: now(), until: nil, rows)
      try SessionTable.end(ofAccount: account.id, rows)
      try SessionTable.add(cookie, account.id, place, at: now(), rows)
    }
    return cookie
  }

  /// Requires the password again before acts that a stolen session must not perform. Wrong ones count in the throttle
  /// like failed sign-ins.
  package func require(_ password: String, of account: Account, from address: String) throws {
    try throttle.attempt(account.login, from: address, at: now())
    let stored = try read { try PasswordTable.last(account.id, $0) }
    guard try hasher.fits(password, stored?.hash), stored?.until == nil else {
      throw AccessError.wrongPassword
    }
    throttle.succeeded(account.login, from: address, at: now())
  }

  private static func words(of account: Account) -> [String] {
    [account.login, account.name.lowercased()]
      + account.login.split(whereSeparator: { ".-_".contains($0) }).map(String.init)
  }
}
