import Engine
import Foundation
import Ledger
import Synchronization

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
  /// alike and takes as long, for a name that nobody has too; every try is in the audit, or counted there.
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

  /// Takes in what the audit tells of the last tries, once: a server that is started anew waits as before.
  private func recallFailures() throws {
    guard isRecalled.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
    else { return }
    let now = now()
    let tries = try read { rows in
      // Who tried to sign in of late, from where, and did they get in?
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
      // What the file told somebody to wait for is counted already.
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
