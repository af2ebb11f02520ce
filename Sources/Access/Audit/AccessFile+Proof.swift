import Engine
import Ledger
import Storage

/// A fault in a file of accounts: something that does not match its audit, schema or structure.
package enum AccessFault: Hashable, Sendable {
  /// A line that was altered or is missing.
  case line(Int64)
  /// An account whose rights differ from those granted by the lines.
  case grants(login: String)
  /// An account whose existence or state (active, disabled) differs from the lines.
  case state(login: String)
  /// A table, index or trigger that differs from those this program creates.
  case schema(name: String)
  /// A problem that the engine reports about its own structures.
  case structure(String)
}

extension AccessFile {
  /// The faults of the file; empty if there are none. Passwords, factors, sessions and tokens are not in the audit:
  /// for these only the file's structure is checked.
  package func proof() throws -> [AccessFault] {
    let structural = try StorageError.translating {
      try database.read { connection in
        try connection.structuralProblems().map { AccessFault.structure($0) }
          + differences(try connection.schema())
      }
    }
    // A damaged file is not read further.
    if structural.contains(where: { if case .structure = $0 { true } else { false } }) {
      return structural
    }
    let lines = try auditFaults().map { AccessFault.line($0) }
    return structural + lines + (lines.isEmpty ? try read(Self.told) : [])
  }

  /// The differences from the schema that this program creates.
  private func differences(_ found: [SchemaObject: String]) throws -> [AccessFault] {
    let made = try database.engine.accountsSchema()
    return Set(found.keys).union(made.keys).filter { found[$0] != made[$0] }.map(\.name).sorted()
      .map { .schema(name: $0) }
  }

  /// The accounts that differ from the result of replaying their lines in order.
  private static func told(_ rows: Rows) throws -> [AccessFault] {
    var grants: [String: Set<String>] = [:]
    var isActive: [String: Bool] = [:]
    // What was done to accounts?
    _ = try rows.all(
      """
      SELECT act, subject, result
      FROM audit
      WHERE act IN ('account', 'disable', 'grant', 'rescue')
      ORDER BY number
      """
    ) { row in
      let (act, login, result) = (AuditAct(rawValue: row.text(0)), row.text(1), row.text(2))
      switch (act, result) {
      case (.account, "added"): isActive[login] = true
      case (.disable, "disabled"): isActive[login] = false
      case (.disable, _): isActive[login] = true
      case (.grant, _) where result.hasPrefix("+ "):
        grants[login, default: []].insert(String(result.dropFirst(2)))
      case (.grant, _): grants[login]?.remove(String(result.dropFirst(2)))
      case (.rescue, _) where isActive[login] != nil: isActive[login] = true
      default: break
      }
    }
    let accounts = try AccountTable.all(rows)
    let gone = Set(isActive.keys).subtracting(accounts.map(\.login)).sorted()
    return try gone.map { .state(login: $0) }
      + accounts.flatMap { account -> [AccessFault] in
        let held = try GrantTable.grants(account.id, rows).map { words($0.grant) }
        return (isActive[account.login] == account.isActive ? [] : [.state(login: account.login)])
          + (Set(held) == grants[account.login] ?? [] ? [] : [.grants(login: account.login)])
      }
  }
}
