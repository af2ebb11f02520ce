import Engine
import Foundation

/// Queries on the table of sessions.
enum SessionTable {
  struct Stored {
    let id: Int64
    let account: Int64
    let made: Date
    let seen: Date
    let place: SessionPlace
  }

  /// The maximum number of sessions per account.
  static let most = 5
  private static let columns = "id, account, made, seen, address, browser"

  private static func stored(_ row: any Statement) -> Stored {
    Stored(
      id: row.int64(0), account: row.int64(1), made: row.time(2), seen: row.time(3),
      place: SessionPlace(address: row.text(4), browser: row.text(5)))
  }

  static func session(_ cookie: String, _ rows: Rows) throws -> Stored? {
    try rows.first(
      """
      SELECT \(columns)
      FROM session
      WHERE hash = ?
      """, .blob(SecretBytes.digest(cookie)), read: stored)
  }

  static func sessions(_ account: Int64, _ rows: Rows) throws -> [Stored] {
    try rows.all(
      """
      SELECT \(columns)
      FROM session
      WHERE account = ?
      ORDER BY id DESC
      """, .integer(account), read: stored)
  }

  /// Begins a session; beyond five the oldest ones end.
  static func add(
    _ cookie: String, _ account: Int64, _ place: SessionPlace, at now: Date, _ rows: Rows
  ) throws {
    try rows.run(
      """
      INSERT INTO session (id, account, hash, made, seen, address, browser)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """, .integer(try rows.next(in: "session")), .integer(account),
      .blob(SecretBytes.digest(cookie)), .time(now), .time(now), .text(place.address),
      .text(place.browser))
    for session in try sessions(account, rows).dropFirst(most) { try end(session.id, rows) }
  }

  static func saw(_ id: Int64, at now: Date, _ rows: Rows) throws {
    try rows.run(
      """
      UPDATE session
      SET seen = ?
      WHERE id = ? AND seen < ?
      """, .time(now), .integer(id), .time(now))
  }

  static func end(_ id: Int64, _ rows: Rows) throws {
    try rows.run(
      """
      DELETE FROM session
      WHERE id = ?
      """, .integer(id))
  }

  /// Ends all sessions of an account except one.
  static func end(ofAccount account: Int64, but kept: Int64 = 0, _ rows: Rows) throws {
    try rows.run(
      """
      DELETE FROM session
      WHERE account = ? AND id <> ?
      """, .integer(account), .integer(kept))
  }

  /// Removes expired sessions.
  static func sweep(madeBefore made: Date, seenBefore seen: Date, _ rows: Rows) throws {
    try rows.run(
      """
      DELETE FROM session
      WHERE made <= ? OR seen <= ?
      """, .time(made), .time(seen))
  }
}
