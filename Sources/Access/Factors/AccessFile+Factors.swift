import Foundation

extension AccessFile {
  /// Creates a key for a second factor, which takes effect once a code of it was typed. Requires the password.
  /// Returns the key as text.
  package func offerFactor(
    to session: Session, password: String, from address: String
  ) throws -> String {
    try require(password, of: session.account, from: address)
    let key = RandomBytes.make(20)
    try write { try FactorTable.offer(key, session.account.id, $0) }
    return TOTP.text(key)
  }

  /// The key not yet confirmed, as text; nil if there is none.
  package func offeredFactor(to session: Session) throws -> String? {
    try read { try FactorTable.stored(session.account.id, $0) }.offered.map(TOTP.text)
  }

  /// Sets up the offered second factor, and ends the other sessions. Returns ten recovery codes, which are shown
  /// once.
  package func confirmFactor(
    of session: Session, code: String, from address: String
  ) throws -> [String] {
    let account = session.account
    try throttle.attempt(account.login, from: address, at: now())
    guard let key = try read({ try FactorTable.stored(account.id, $0) }).offered else {
      throw AccessError.noFactorOffered
    }
    guard let step = TOTP.step(of: code, key, at: now(), after: 0) else {
      throw AccessError.wrongCode
    }
    throttle.succeeded(account.login, from: address, at: now())
    let codes = Self.recoveryCodes()
    try write(line(session, "set", address)) { rows in
      try FactorTable.confirm(key, step: step, account.id, rows)
      try FactorTable.set(recovery: codes, account.id, rows)
      try SessionTable.end(ofAccount: account.id, but: session.id, rows)
    }
    return codes
  }

  /// Removes the second factor; throws `factorRequired` if the setting requires it.
  package func removeFactor(
    of session: Session, password: String, rules: AccessRules, from address: String
  ) throws {
    if try rules.requiresFactor(of: session.account, grants(of: session.account.id)) {
      throw AccessError.factorRequired
    }
    try require(password, of: session.account, from: address)
    try write(line(session, "removed", address)) {
      try FactorTable.remove(session.account.id, $0)
    }
  }

  /// Returns ten new recovery codes; the previous ones become void.
  package func renewRecoveryCodes(
    of session: Session, password: String, from address: String
  ) throws -> [String] {
    try require(password, of: session.account, from: address)
    let codes = Self.recoveryCodes()
    try write(line(session, "codes", address)) {
      try FactorTable.set(recovery: codes, session.account.id, $0)
    }
    return codes
  }

  /// The number of unused recovery codes.
  package func recoveryCodesLeft(of session: Session) throws -> Int {
    try read { try FactorTable.recoveryCodes(session.account.id, $0) }
  }

  private static func recoveryCodes() -> [String] { (0..<10).map { _ in OneTimeCode.lasting() } }

  private func line(_ session: Session, _ result: String, _ address: String) -> AuditLine {
    AuditLine(
      .factor, by: session.actor(from: address), on: session.account.login, result: result)
  }
}
