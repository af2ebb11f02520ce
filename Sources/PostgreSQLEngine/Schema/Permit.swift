import Engine

/// The privileges of logins on a ledger. The login that created it owns it and grants them; the journal's tables are
/// append-only for every writer.
enum Permit {
  /// Grants a login this permission on a ledger and revokes any other. Throws `missing`, `notWritable`.
  static func give(
    _ permission: LedgerPermission, to login: String, _ address: PostgreSQLAddress
  ) throws {
    do throws(ServerError) {
      let link = try LinkPool.begun(address, "BEGIN")
      defer { LinkPool.giveBack(link, ended: false) }
      guard let row = try Register.row(of: address.ledger, link) else {
        throw ServerError(state: "3D000", message: address.ledger, table: nil)
      }
      try link.run(policies)
      for statement in statements(permission, quoted(login), row.schema) { try link.run(statement) }
      let accounts = AccountTables.schema(of: row.number)
      let known = try link.rows("SELECT count(*) FROM pg_namespace WHERE nspname = '\(accounts)'")
      if known.integer(0, 0) == 1 {
        for statement in onAccounts(permission, quoted(login), accounts) {
          try link.run(statement)
        }
      }
      try link.commit()
    } catch {
      throw error.error(at: address.name)
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
    let tables = AccountTables.names.dropLast().map { "\(schema).\($0)" }
    return none + [
      "GRANT USAGE ON SCHEMA \(schema) TO \(login)",
      "GRANT SELECT, INSERT, UPDATE, DELETE ON \(tables.joined(separator: ", ")) TO \(login)",
      "GRANT SELECT, INSERT ON \(schema).audit TO \(login)",
    ]
  }

  /// A login that can write a ledger can lock its row, and no other.
  private static let policies = """
    ALTER TABLE taizhang.ledger ENABLE ROW LEVEL SECURITY;
    DROP POLICY IF EXISTS ledger_is_listed ON taizhang.ledger;
    DROP POLICY IF EXISTS ledger_is_held ON taizhang.ledger;
    CREATE POLICY ledger_is_listed ON taizhang.ledger FOR SELECT USING (TRUE);
    CREATE POLICY ledger_is_held ON taizhang.ledger FOR UPDATE USING (
      CASE
        WHEN to_regnamespace('ledger_' || number) IS NULL THEN FALSE
        WHEN has_schema_privilege('ledger_' || number, 'USAGE')
        THEN has_table_privilege('ledger_' || number || '.entry', 'INSERT')
        ELSE FALSE
      END)
    """
}
