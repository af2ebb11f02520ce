import Engine
package import Foundation

/// An account that was let in from the server, past all other checks.
package struct Rescue: Hashable, Sendable {
  package let id: Int64
  package let login: String
  package let at: Date
  /// The operator of the server.
  package let actor: String
  package let reason: String
}

extension AccessFile {
  /// Lets in somebody who can no longer sign in: enables the account, removes its second factor, and returns a
  /// one-time code. Administrators see the rescue until a reader of the audit acknowledges it.
  package func rescue(_ login: String, reason: String, by actor: AuditActor) throws -> String {
    let reason = reason.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !reason.isEmpty else { throw AccessError.reasonMissing }
    let code = try newCode()
    try write(AuditLine(.rescue, by: actor, on: login, result: reason)) { rows in
      let account = try AccountTable.known(login, rows)
      guard account.kind == .person else { throw AccessError.wrongKind(login: login) }
      try AccountTable.set(account.id, isActive: true, rows)
      try FactorTable.remove(account.id, rows)
      try set(code, account.id, rows)
      try SessionTable.end(ofAccount: account.id, rows)
      try rows.run(
        """
        INSERT INTO rescue (id, account, at, actor, reason)
        VALUES (?, ?, ?, ?, ?)
        """, .integer(try rows.next(in: "rescue")), .integer(account.id), .time(now()),
        .text(actor.name), .text(reason))
    }
    return code.code
  }

  /// The rescues that nobody has acknowledged.
  package func rescues() throws -> [Rescue] {
    try read { rows in
      // Which rescues has nobody acknowledged?
      try rows.all(
        """
        SELECT r.id, a.login, r.at, r.actor, r.reason
        FROM rescue AS r
        JOIN account AS a ON a.id = r.account
        WHERE r.noted IS NULL
        ORDER BY r.id
        """
      ) {
        Rescue(
          id: $0.int64(0), login: $0.text(1), at: $0.time(2), actor: $0.text(3),
          reason: $0.text(4))
      }
    }
  }

  /// Acknowledges a rescue.
  package func note(rescue id: Int64, by actor: AuditActor) throws {
    try write(AuditLine(.rescue, by: actor, on: String(id), result: "noted")) { rows in
      try rows.run(
        """
        UPDATE rescue
        SET noted = ?, noted_by = ?
        WHERE id = ? AND noted IS NULL
        """, .time(now()), .text(actor.login ?? actor.name), .integer(id))
    }
  }
}
