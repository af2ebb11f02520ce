import Engine
import Foundation
package import Ledger

extension AccessFile {
  private static let beginning = "tz_"

  /// Creates a token for a machine's account. It is returned once; the file keeps its hash.
  package func addToken(
    of login: String, purpose: String, days: Int, by actor: AuditActor
  ) throws -> String {
    guard (1...366).contains(days) else { throw AccessError.tokenDays(days) }
    let purpose = purpose.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !purpose.isEmpty else { throw AccessError.purposeMissing }
    let token = Self.beginning + SecretBytes.random()
    try write(AuditLine(.token, by: actor, on: login, result: "added: \(purpose)")) { rows in
      let account = try AccountTable.known(login, rows)
      guard account.kind == .machine else { throw AccessError.wrongKind(login: login) }
      try rows.run(
        """
        INSERT INTO token (id, account, hash, purpose, made, until)
        VALUES (?, ?, ?, ?, ?, ?)
        """, .integer(try rows.nextForEver(in: "token")), .integer(account.id),
        .blob(SecretBytes.digest(token)), .text(purpose), .time(now()),
        .time(now() + Double(days) * 86_400))
    }
    return token
  }

  package func tokens() throws -> [Token] {
    try read { rows in
      // Which tokens exist, and whose are they?
      try rows.all(
        """
        SELECT t.id, a.login, t.purpose, t.made, t.until, t.seen
        FROM token AS t
        JOIN account AS a ON a.id = t.account
        ORDER BY t.id
        """
      ) {
        Token(
          id: $0.int64(0), login: $0.text(1), purpose: $0.text(2), made: $0.time(3),
          until: $0.time(4), seen: $0.timeIfAny(5))
      }
    }
  }

  /// Revokes a token.
  package func revokeToken(_ id: Int64, by actor: AuditActor) throws {
    guard let token = try tokens().first(where: { $0.id == id }) else {
      throw AccessError.unknownToken(id)
    }
    try write(AuditLine(.token, by: actor, on: token.login, result: "revoked: \(token.purpose)")) {
      try $0.run(
        """
        DELETE FROM token
        WHERE id = ?
        """, .integer(id))
    }
    lastSeen.forget(.token(id))
  }

  /// The person and number of a token; throws `AccessError.notSignedIn` if it is unknown, has expired or belongs to a
  /// disabled account.
  package func person(ofToken token: String) throws -> (token: Int64, person: Person) {
    let now = now()
    let found = try read { rows -> (Int64, Person, Date)? in
      let row = try rows.first(
        """
        SELECT id, account, until, coalesce(seen, 0)
        FROM token
        WHERE hash = ?
        """, .blob(SecretBytes.digest(token))
      ) { (id: $0.int64(0), account: $0.int64(1), until: $0.time(2), seen: $0.time(3)) }
      guard let row, now < row.until, let account = try AccountTable.account(row.account, rows),
        account.isActive, account.kind == .machine
      else { return nil }
      let grants = try GrantTable.grants(account.id, rows).map(\.grant)
      return (
        row.id,
        Person(login: account.login, name: account.name, unit: account.unit, grants: grants),
        row.seen
      )
    }
    guard let (id, person, seen) = found else { throw AccessError.notSignedIn }
    if lastSeen.note(.token(id), at: now, written: seen) {
      try write {
        try $0.run(
          """
          UPDATE token
          SET seen = ?
          WHERE id = ?
          """, .time(now), .integer(id))
      }
    }
    return (id, person)
  }
}
