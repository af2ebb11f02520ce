import Engine
import Foundation

/// Queries on the tables of second factors and recovery codes.
enum FactorTable {
  struct Stored {
    let key: [UInt8]?
    let offered: [UInt8]?
    /// The last time step whose code was used.
    let step: Int64
  }

  static func stored(_ account: Int64, _ rows: Rows) throws -> Stored {
    try rows.first(
      """
      SELECT factor, factor_offered, factor_step
      FROM account
      WHERE id = ?
      """, .integer(account)
    ) { Stored(key: $0.blobIfAny(0), offered: $0.blobIfAny(1), step: $0.int64(2)) }
      ?? Stored(key: nil, offered: nil, step: 0)
  }

  static func offer(_ key: [UInt8], _ account: Int64, _ rows: Rows) throws {
    try rows.run(
      """
      UPDATE account
      SET factor_offered = ?
      WHERE id = ?
      """, .blob(key), .integer(account))
  }

  static func confirm(_ key: [UInt8], step: Int64, _ account: Int64, _ rows: Rows) throws {
    try rows.run(
      """
      UPDATE account
      SET factor = ?, factor_offered = NULL, factor_step = ?
      WHERE id = ?
      """, .blob(key), .integer(step), .integer(account))
  }

  static func remove(_ account: Int64, _ rows: Rows) throws {
    try rows.run(
      """
      UPDATE account
      SET factor = NULL, factor_offered = NULL
      WHERE id = ?
      """, .integer(account))
    try set(recovery: [], account, rows)
  }

  /// Records the use of a step; false if it, or a later one, was used before.
  static func use(step: Int64, _ account: Int64, _ rows: Rows) throws -> Bool {
    guard try stored(account, rows).step < step else { return false }
    try rows.run(
      """
      UPDATE account
      SET factor_step = ?
      WHERE id = ?
      """, .integer(step), .integer(account))
    return true
  }

  static func set(recovery codes: [String], _ account: Int64, _ rows: Rows) throws {
    try rows.run(
      """
      DELETE FROM recovery_code
      WHERE account = ?
      """, .integer(account))
    for code in codes {
      try rows.run(
        """
        INSERT INTO recovery_code (account, hash)
        VALUES (?, ?)
        """, .integer(account), .blob(SecretBytes.digest(OneTimeCode.normal(code))))
    }
  }

  /// The number of unused recovery codes.
  static func recoveryCodes(_ account: Int64, _ rows: Rows) throws -> Int {
    try rows.first(
      """
      SELECT count(*)
      FROM recovery_code
      WHERE account = ?
      """, .integer(account)
    ) { $0.int(0) } ?? 0
  }

  /// Uses up a recovery code; false if it is not valid.
  static func use(recovery code: String, _ account: Int64, _ rows: Rows) throws -> Bool {
    let hash = SQLValue.blob(SecretBytes.digest(OneTimeCode.normal(code)))
    let isThere = try rows.first(
      """
      SELECT 1
      FROM recovery_code
      WHERE account = ? AND hash = ?
      """, .integer(account), hash
    ) { _ in true }
    try rows.run(
      """
      DELETE FROM recovery_code
      WHERE account = ? AND hash = ?
      """, .integer(account), hash)
    return isThere == true
  }
}
