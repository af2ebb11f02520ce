import Engine
package import Foundation
import Ledger

extension AccessFile {
  /// How long a session lasts in all, and how long without activity.
  package static let sessionLife: TimeInterval = 12 * 3600
  package static let idleLife: TimeInterval = 30 * 60

  /// The session of a cookie; nil if the cookie is invalid or the session has ended. `isActivity` extends the session;
  /// it is false for a request that a page makes by itself.
  package func session(
    ofCookie cookie: String, isActivity: Bool, rules: AccessRules
  ) throws -> Session? {
    let now = now()
    let found = try read { rows -> Session? in
      guard let stored = try SessionTable.session(cookie, rows) else { return nil }
      let seen = lastSeen.last(.session(stored.id), written: stored.seen)
      guard now.timeIntervalSince(stored.made) < Self.sessionLife,
        now.timeIntervalSince(seen) < Self.idleLife
      else { return nil }
      return try session(stored, seen: seen, rules, rows)
    }
    guard let found else { return nil }
    if isActivity, lastSeen.note(.session(found.id), at: now, written: found.seen) {
      try write { try SessionTable.saw(found.id, at: now, $0) }
    }
    return found
  }

  /// The account of a gateway's user, as if they had signed in here.
  package func session(ofUser login: String, rules: AccessRules) throws -> Session? {
    try read { rows in
      guard let account = try AccountTable.account(login.lowercased(), rows), account.isActive,
        account.kind == .person
      else { return nil }
      return Session(
        id: 0, account: account, grants: try GrantTable.grants(account.id, rows).map(\.grant),
        made: now(), seen: now(), place: SessionPlace(address: "gateway", browser: ""), owes: [])
    }
  }

  private func session(
    _ stored: SessionTable.Stored, seen: Date, _ rules: AccessRules?, _ rows: Rows
  ) throws -> Session? {
    guard let account = try AccountTable.account(stored.account, rows), account.isActive else {
      return nil
    }
    let grants = try GrantTable.grants(account.id, rows).map(\.grant)
    var owes: Set<Session.Duty> = []
    if let rules {
      let password = try PasswordTable.last(account.id, rows)
      if password?.until != nil {
        owes.insert(.firstPassword)
      } else if let age = rules.policy.age, let made = password?.made,
        now().timeIntervalSince(made) >= age
      {
        owes.insert(.newPassword)
      }
      if !account.hasFactor, rules.requiresFactor(of: account, grants) { owes.insert(.factor) }
    }
    return Session(
      id: stored.id, account: account, grants: grants, made: stored.made, seen: seen,
      place: stored.place, owes: owes)
  }

  /// The sessions of an account that have not ended, newest first.
  package func sessions(of account: Account) throws -> [Session] {
    let now = now()
    return try read { rows in
      try SessionTable.sessions(account.id, rows).compactMap { stored in
        let seen = lastSeen.last(.session(stored.id), written: stored.seen)
        guard now.timeIntervalSince(stored.made) < Self.sessionLife,
          now.timeIntervalSince(seen) < Self.idleLife
        else { return nil }
        return try session(stored, seen: seen, nil, rows)
      }
    }
  }

  /// Ends a session by signing out.
  package func signOut(_ session: Session, from address: String) throws {
    try write(AuditLine(.signOut, by: session.actor(from: address), on: session.account.login)) {
      try SessionTable.end(session.id, $0)
    }
    lastSeen.forget(.session(session.id))
  }

  /// Ends one session of an account; throws `unknownSession` if it belongs to another.
  package func end(_ id: Int64, of account: Account, by actor: AuditActor) throws {
    try write(AuditLine(.session, by: actor, on: account.login, result: "ended")) { rows in
      guard try SessionTable.sessions(account.id, rows).contains(where: { $0.id == id }) else {
        throw AccessError.unknownSession(id)
      }
      try SessionTable.end(id, rows)
    }
  }

  /// Ends all sessions of an account except one.
  package func endAll(of account: Account, but kept: Int64 = 0, by actor: AuditActor) throws {
    try write(AuditLine(.session, by: actor, on: account.login, result: "all ended")) {
      try SessionTable.end(ofAccount: account.id, but: kept, $0)
    }
  }

  /// The number of sessions that have not ended.
  package func sessionCount() throws -> Int {
    let now = now()
    return try read { rows in
      try rows.first(
        """
        SELECT count(*)
        FROM session
        WHERE made > ? AND seen > ?
        """, .time(now - Self.sessionLife), .time(now - Self.idleLife)
      ) { $0.int(0) } ?? 0
    }
  }
}
