import Engine
import Foundation

/// Queries on the table of accounts.
enum AccountTable {
  private static let columns =
    "id, login, name, unit, kind, state, made, seen, factor IS NOT NULL"

  private static func account(_ row: any Statement) -> Account {
    Account(
      id: row.int64(0), login: row.text(1), name: row.text(2), unit: row.textIfAny(3),
      kind: Account.Kind(rawValue: row.text(4)) ?? .person, isActive: row.text(5) == "active",
      made: row.time(6), seen: row.timeIfAny(7), hasFactor: row.int64(8) == 1)
  }

  static func all(_ rows: Rows) throws -> [Account] {
    try rows.all(
      """
      SELECT \(columns)
      FROM account
      ORDER BY login
      """, read: account)
  }

  static func account(_ login: String, _ rows: Rows) throws -> Account? {
    try rows.first(
      """
      SELECT \(columns)
      FROM account
      WHERE login = ?
      """, .text(login), read: account)
  }

  static func account(_ id: Int64, _ rows: Rows) throws -> Account? {
    try rows.first(
      """
      SELECT \(columns)
      FROM account
      WHERE id = ?
      """, .integer(id), read: account)
  }

  /// The account with a login; throws `AccessError.unknownAccount`.
  static func known(_ login: String, _ rows: Rows) throws -> Account {
    guard let account = try account(login, rows) else { throw AccessError.unknownAccount(login) }
    return account
  }

  static func add(
    _ login: String, name: String, unit: String?, kind: Account.Kind, at: Date, _ rows: Rows
  ) throws -> Int64 {
    let id = try rows.next(in: "account")
    try rows.run(
      """
      INSERT INTO account (id, login, name, unit, kind, state, made)
      VALUES (?, ?, ?, ?, ?, 'active', ?)
      """, .integer(id), .text(login), .text(name), .optional(unit), .text(kind.rawValue),
      .time(at))
    return id
  }

  static func set(_ id: Int64, isActive: Bool, _ rows: Rows) throws {
    try rows.run(
      """
      UPDATE account
      SET state = ?
      WHERE id = ?
      """, .text(isActive ? "active" : "disabled"), .integer(id))
  }

  static func sawSignIn(_ id: Int64, at: Date, _ rows: Rows) throws {
    try rows.run(
      """
      UPDATE account
      SET seen = ?
      WHERE id = ?
      """, .time(at), .integer(id))
  }
}
