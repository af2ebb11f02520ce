import Engine
import Foundation

/// Queries on the table of passwords: the last one of an account is valid.
enum PasswordTable {
  struct Stored {
    let id: Int64
    let hash: String
    let made: Date
    /// When a one-time code expires; nil for a password.
    let until: Date?
  }

  static func last(_ account: Int64, _ rows: Rows) throws -> Stored? {
    try rows.first(
      """
      SELECT id, hash, made, until
      FROM password
      WHERE account = ?
      ORDER BY id DESC
      LIMIT 1
      """, .integer(account)
    ) { Stored(id: $0.int64(0), hash: $0.text(1), made: $0.time(2), until: $0.timeIfAny(3)) }
  }

  /// The last passwords of an account, without codes.
  static func history(_ account: Int64, _ count: Int, _ rows: Rows) throws -> [String] {
    try rows.all(
      """
      SELECT hash
      FROM password
      WHERE account = ? AND until IS NULL
      ORDER BY id DESC
      LIMIT ?
      """, .integer(account), .integer(Int64(count))
    ) { $0.text(0) }
  }

  /// Adds a password or a code. A code replaces previous codes; of passwords the last ten are kept.
  static func add(
    _ hash: String, _ account: Int64, at: Date, until: Date?, _ rows: Rows
  ) throws {
    try rows.run(
      """
      DELETE FROM password
      WHERE account = ?
        AND (until IS NOT NULL
          OR id NOT IN (
            SELECT id
            FROM password
            WHERE account = ? AND until IS NULL
            ORDER BY id DESC
            LIMIT 9))
      """, .integer(account), .integer(account))
    try rows.run(
      """
      INSERT INTO password (id, account, hash, made, until)
      VALUES (?, ?, ?, ?, ?)
      """, .integer(try rows.next(in: "password")), .integer(account), .text(hash), .time(at),
      .optional(until?.milliseconds))
  }

  /// Uses up a one-time code; false if it is expired or was used meanwhile.
  static func use(_ id: Int64, at now: Date, _ rows: Rows) throws -> Bool {
    let isFresh = try rows.first(
      """
      SELECT 1
      FROM password
      WHERE id = ? AND until > ?
      """, .integer(id), .time(now)
    ) { _ in true }
    try rows.run(
      """
      UPDATE password
      SET until = 0
      WHERE id = ?
      """, .integer(id))
    return isFresh == true
  }
}
