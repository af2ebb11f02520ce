import Engine

/// Replaces a ledger by another one: their names are exchanged, nothing is copied. Accounts, their audit and the
/// permissions of logins belong to the name and pass on with it.
enum Exchange {
  /// Renames `other` to the ledger's name and the ledger, if there is one, to `kept`; returns whether there was one.
  /// Both are locked against writers meanwhile. Throws `missing`, and `busy` also if the hash of the ledger's last entry
  /// is not `last`: what a writer committed while the lock was awaited must not be set aside unseen.
  static func run(
    _ address: PostgreSQLAddress, by other: PostgreSQLAddress, kept: String,
    expecting last: String?, _ timeout: Duration
  ) throws -> Bool {
    do throws(ServerError) {
      let milliseconds = max(1, timeout.components.seconds * 1_000)
      // Each statement sees what was committed before it, not before the transaction.
      let link = try LinkPool.begun(
        address,
        "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '\(milliseconds)ms'")
      defer { LinkPool.giveBack(link, ended: false) }
      let standing = try Register.held(address.ledger, link, waits: true)
      guard let replacing = try Register.held(other.ledger, link, waits: true) else {
        throw ServerError(state: "3D000", message: other.ledger, table: nil)
      }
      guard try hash(standing, link) == last else {
        throw ServerError(state: "55P03", message: address.ledger, table: nil)
      }
      if let standing {
        try rename(standing, kept, link)
        try passAccounts(of: standing, to: replacing, link)
        try Permit.pass(from: standing.number, to: replacing.number, link)
      }
      try rename(replacing, address.ledger, link)
      try link.commit()
      return standing != nil
    } catch {
      throw error.error(at: address.name)
    }
  }

  /// The hash of a ledger's last entry; nil if it has none.
  private static func hash(_ row: Register.Row?, _ link: Link) throws(ServerError) -> String? {
    guard let row else { return nil }
    let answer = try link.rows(
      """
      SELECT hash
      FROM \(row.schema).entry
      ORDER BY number DESC
      LIMIT 1
      """)
    return answer.count > 0 ? answer.string(0, 0) : nil
  }

  private static func passAccounts(
    of row: Register.Row, to other: Register.Row, _ link: Link
  ) throws(ServerError) {
    guard try AccountTables.stand(for: row.number, link) else { return }
    let (old, new) = (AccountTables.schema(of: row.number), AccountTables.schema(of: other.number))
    try link.run("ALTER SCHEMA \(old) RENAME TO \(new)")
  }

  private static func rename(
    _ row: Register.Row, _ name: String, _ link: Link
  ) throws(ServerError) {
    var parameters = Parameters()
    parameters.bind(.text(name), at: 1)
    parameters.bind(.integer(row.number), at: 2)
    _ = try link.rows(
      """
      UPDATE taizhang.ledger
      SET name = $1
      WHERE number = $2
      """, parameters)
  }

  /// Removes a ledger with everything in it; does nothing if there is none.
  static func remove(_ address: PostgreSQLAddress) throws {
    do throws(ServerError) {
      let link = try LinkPool.begun(address, "BEGIN")
      defer { LinkPool.giveBack(link, ended: false) }
      guard let row = try Register.held(address.ledger, link, waits: true) else { return }
      // The row first: who may remove it is told by the schema.
      try link.run(
        "DELETE FROM taizhang.ledger WHERE number = \(row.number); DROP SCHEMA \(row.schema) CASCADE"
      )
      try link.commit()
    } catch {
      if error.isWithoutRegister { return }
      throw error.error(at: address.name)
    }
  }
}
