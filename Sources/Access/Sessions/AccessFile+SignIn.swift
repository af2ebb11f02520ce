import Engine
import Foundation
import Ledger
import Synchronization

/// The input for signing in.
package struct Credentials: Sendable {
  let login: String
  let password: String
  let code: String

  /// Case is ignored in a login.
  package init(login: String, password: String, code: String) {
    self.login = login.trimmingCharacters(in: .whitespaces).lowercased()
    self.password = password
    self.code = code.trimmingCharacters(in: .whitespaces)
  }
}

extension AccessFile {
  /// Signs somebody in: a new session begins, whose cookie is returned. All failures get the same answer and take as
  /// long, even for unknown names; every attempt is in the audit, or counted there.
  ///
  /// Throws `AccessError.signInFailed`, and `tooManyFailures` without computing a hash.
  package func signIn(
    _ credentials: Credentials, rules: AccessRules, from place: SessionPlace
  ) throws -> String {
    // Longer names than any account has would only enlarge the table of failures.
    let login = String(credentials.login.prefix(64))
    let account = try read { try AccountTable.account(login, $0) }
    // An unknown name is not written to the audit: somebody may have typed a password there.
    let actor = AuditActor(
      login: account?.login, name: account?.name ?? "?", address: place.address)
    try recallFailures()
    do {
      try throttle.attempt(login, from: place.address, at: now())
      let cookie = try begin(account, credentials, place, actor)
      throttle.succeeded(login, from: place.address, at: now())
      return cookie
    } catch let error as AccessError {
      let result =
        switch error {
        case .tooManyFailures: "throttled"
        default: "failed"
        }
      try record(
        stranger: AuditLine(.signIn, by: actor, on: account?.login ?? "?", result: result))
      throw error
    }
  }

  /// Loads the last attempts from the audit, once, so that waiting times survive a restart of the server.
  private func recallFailures() throws {
    guard isRecalled.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
    else { return }
    let now = now()
    let tries = try read { rows in
      // Who tried to sign in recently, from where, and did they succeed?
      try rows.all(
        """
        SELECT login, address, at, result
        FROM audit
        WHERE number > (SELECT coalesce(max(number), 0) FROM audit) - 5000
          AND act = 'sign-in'
          AND login IS NOT NULL
          AND at > ?
        ORDER BY number
        """, .time(now - Throttle.memory)
      ) { (login: $0.text(0), address: $0.text(1), at: $0.time(2), result: $0.text(3)) }
    }
    for one in tries where one.at <= now {
      switch one.result {
      case AuditLine.done: throttle.succeeded(one.login, from: one.address, at: one.at)
      // A refused wait is already included in the counts.
      case "failed": try? throttle.attempt(one.login, from: one.address, at: one.at)
      default: break
      }
    }
  }

  private func begin(
    _ account: Account?, _ credentials: Credentials, _ place: SessionPlace, _ actor: AuditActor
  ) throws -> String {
    let stored = try account.flatMap { account in
      try read { try PasswordTable.last(account.id, $0) }
    }
    let isCode = stored?.until != nil
    let typed = isCode ? OneTimeCode.normal(credentials.password) : credentials.password
    let tooLong = typed.utf8.count > PasswordPolicy.maximum * 4
    let fits = try hasher.fits(tooLong ? "" : typed, stored?.hash)
    guard let account, let stored, fits, !tooLong, account.isActive, account.kind == .person else {
      throw AccessError.signInFailed
    }
    let cookie = SecretBytes.random()
    let now = now()
    try write(AuditLine(.signIn, by: actor, on: account.login)) { rows in
      // Another request may have been faster: check again everything that was read before.
      guard try PasswordTable.last(account.id, rows)?.id == stored.id,
        try AccountTable.account(account.id, rows)?.isActive == true,
        try usesFactor(account, credentials.code, now, rows),
        try !isCode || PasswordTable.use(stored.id, at: now, rows)
      else { throw AccessError.signInFailed }
      try AccountTable.sawSignIn(account.id, at: now, rows)
      try SessionTable.sweep(
        madeBefore: now - Self.sessionLife, seenBefore: now - Self.idleLife, rows)
      try SessionTable.add(cookie, account.id, place, at: now, rows)
    }
    return cookie
  }

  /// Whether a code is valid for the second factor, or there is none; the code is used up.
  private func usesFactor(
    _ account: Account, _ code: String, _ now: Date, _ rows: Rows
  ) throws -> Bool {
    let stored = try FactorTable.stored(account.id, rows)
    guard let key = stored.key else { return true }
    if let step = TOTP.step(of: code, key, at: now, after: stored.step) {
      return try FactorTable.use(step: step, account.id, rows)
    }
    return try FactorTable.use(recovery: code, account.id, rows)
  }
}
