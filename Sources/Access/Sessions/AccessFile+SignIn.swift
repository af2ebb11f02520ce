import Foundation
import Ledger

/// What somebody types to sign in.
package struct Credentials: Sendable {
  let login: String
  let password: String
  let code: String

  /// A login is the same in capitals.
  package init(login: String, password: String, code: String) {
    self.login = login.trimmingCharacters(in: .whitespaces).lowercased()
    self.password = password
    self.code = code.trimmingCharacters(in: .whitespaces)
  }
}

extension AccessFile {
  /// Signs somebody in: a new session begins, whose cookie is returned. Whatever does not fit is answered
  /// alike and takes as long, for a name that nobody has too; every try is in the audit.
  ///
  /// Throws `AccessError.signInFailed`, and `tooManyFailures` without computing anything.
  package func signIn(
    _ credentials: Credentials, rules: AccessRules, from place: SessionPlace
  ) throws -> String {
    // Longer ones than anybody has would make the table of failures large.
    let login = String(credentials.login.prefix(64))
    let account = try read { try AccountTable.account(login, $0) }
    // Of a name that nobody has nothing is written: somebody may have typed a password there.
    let actor = AuditActor(
      login: account?.login, name: account?.name ?? "?", address: place.address)
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
      try record(AuditLine(.signIn, by: actor, on: account?.login ?? "?", result: result))
      throw error
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
      // Somebody may have been faster: nothing of what was read before counts without asking again.
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

  /// Whether a code fits the second factor, where there is one; it is used up.
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
