import Engine

/// The privileges of logins on a ledger. The login that created it owns it and grants them; the journal's tables are
/// append-only for every writer.
enum Permit {
  /// Grants a login this permission on a ledger and revokes any other. Throws `missing`, `notWritable`, `unknownLogin`,
  /// `busy`.
  static func give(
    _ permission: LedgerPermission, to login: String, _ address: PostgreSQLAddress
  ) throws {
    do throws(ServerError) {
      let link = try LinkPool.begun(address, "BEGIN; SET LOCAL lock_timeout = '10s'")
      defer { LinkPool.giveBack(link, ended: false) }
      guard let row = try Register.row(of: address.ledger, link) else {
        throw ServerError(state: "3D000", message: address.ledger, table: nil)
      }
      // A register that an earlier program made has other policies.
      try link.run(Register.policies)
      try grant(permission, to: login, row.number, link)
      try check(permission, of: login, link)
      try link.commit()
    } catch {
      if error.state == "42704" { throw EngineError.unknownLogin(login) }
      throw error.error(at: address.name)
    }
  }

  /// Grants the logins of a ledger the same permissions on another one.
  static func pass(from ledger: Int64, to other: Int64, _ link: Link) throws(ServerError) {
    for (login, permission) in try logins(of: ledger, link) {
      try grant(permission, to: login, other, link)
    }
  }

  /// Grants the writers of a ledger what they need of its accounts.
  static func passToAccounts(of ledger: Int64, _ link: Link) throws(ServerError) {
    for (login, permission) in try logins(of: ledger, link) {
      for statement in onAccounts(permission, quoted(login), AccountTables.schema(of: ledger)) {
        try link.run(statement)
      }
    }
  }

  private static func grant(
    _ permission: LedgerPermission, to login: String, _ ledger: Int64, _ link: Link
  ) throws(ServerError) {
    for statement in statements(permission, quoted(login), Register.schema(of: ledger)) {
      try link.run(statement)
    }
    guard try AccountTables.stand(for: ledger, link) else { return }
    for statement in onAccounts(permission, quoted(login), AccountTables.schema(of: ledger)) {
      try link.run(statement)
    }
  }

  /// Throws if the login lacks what it needs of the register: the server only warns if whoever grants it may not.
  private static func check(
    _ permission: LedgerPermission, of login: String, _ link: Link
  ) throws(ServerError) {
    if permission == .nobody { return }
    let writes = permission == .writer ? ", 'UPDATE'" : ""
    var parameters = Parameters()
    parameters.bind(.text(login), at: 1)
    // May this login read the register, and lock a row of it?
    let answer = try link.rows(
      """
      SELECT bool_and(
        has_schema_privilege($1::name, 'taizhang', 'USAGE')
          AND has_column_privilege($1::name, 'taizhang.ledger', 'version', needed))
      FROM unnest(ARRAY['SELECT'\(writes)]) AS needed
      """, parameters)
    guard answer.integer(0, 0) == 1 else {
      throw ServerError(state: "42501", message: "taizhang.ledger", table: nil)
    }
  }

  /// The logins with a permission on a ledger, without its owner.
  private static func logins(
    of ledger: Int64, _ link: Link
  ) throws(ServerError) -> [(login: String, permission: LedgerPermission)] {
    let schema = Register.schema(of: ledger)
    // Who may use the ledger, and who of them may add to its journal?
    let answer = try link.rows(
      """
      SELECT r.rolname, EXISTS (
        SELECT 1
        FROM pg_class AS c
        JOIN LATERAL aclexplode(c.relacl) AS t ON TRUE
        WHERE c.oid = '\(schema).entry'::regclass AND t.grantee = r.oid
          AND t.privilege_type = 'INSERT')
      FROM pg_namespace AS n
      JOIN LATERAL aclexplode(n.nspacl) AS a ON TRUE
      JOIN pg_roles AS r ON r.oid = a.grantee
      WHERE n.nspname = '\(schema)' AND a.privilege_type = 'USAGE' AND r.oid <> n.nspowner
        AND r.rolname <> current_user
      ORDER BY r.rolname
      """)
    return (0..<answer.count).map {
      (answer.string($0, 0), answer.integer($0, 1) == 1 ? .writer : .reader)
    }
  }

  /// A quoted identifier.
  private static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  private static func statements(
    _ permission: LedgerPermission, _ login: String, _ schema: String
  ) -> [String] {
    let none = [
      "REVOKE ALL ON ALL TABLES IN SCHEMA \(schema) FROM \(login)",
      "REVOKE ALL ON SCHEMA \(schema) FROM \(login)",
    ]
    if permission == .nobody { return none }
    // A reader of one ledger sees the names of all, which are in one table.
    let reader =
      none + [
        "GRANT USAGE ON SCHEMA taizhang TO \(login)",
        "GRANT SELECT ON taizhang.ledger TO \(login)",
        "GRANT USAGE ON SCHEMA \(schema) TO \(login)",
        "GRANT SELECT ON ALL TABLES IN SCHEMA \(schema) TO \(login)",
      ]
    if permission == .reader { return reader }
    func list(_ tables: [LedgerTable]) -> String {
      tables.map { "\(schema).\($0.name)" }.joined(separator: ", ")
    }
    return reader + [
      "GRANT INSERT ON \(list(LedgerTables.journal)) TO \(login)",
      "GRANT INSERT, UPDATE, DELETE ON \(list(LedgerTables.balance)) TO \(login)",
      // Locking the ledger's row requires an UPDATE privilege; the policies restrict it to one row.
      "GRANT UPDATE (version) ON taizhang.ledger TO \(login)",
    ]
  }

  /// A writer runs the website, where people sign in; its audit is append-only.
  private static func onAccounts(
    _ permission: LedgerPermission, _ login: String, _ schema: String
  ) -> [String] {
    let none = [
      "REVOKE ALL ON ALL TABLES IN SCHEMA \(schema) FROM \(login)",
      "REVOKE ALL ON SCHEMA \(schema) FROM \(login)",
    ]
    guard permission == .writer else { return none }
    let tables = AccountTables.altered.map { "\(schema).\($0)" }
    return none + [
      "GRANT USAGE ON SCHEMA \(schema) TO \(login)",
      "GRANT SELECT, INSERT, UPDATE, DELETE ON \(tables.joined(separator: ", ")) TO \(login)",
      "GRANT SELECT, INSERT ON \(schema).audit TO \(login)",
    ]
  }
}
