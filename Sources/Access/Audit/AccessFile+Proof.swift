import Engine
import Foundation
import Ledger
import Storage

/// Something of a file of accounts that is not as the audit tells it.
package enum AccessFault: Hashable, Sendable {
  /// A line that is not what was written, or is gone.
  case line(Int64)
  /// An account whose rights are not those that lines gave it.
  case grants(login: String)
  /// An account that is active, disabled or there otherwise than lines say.
  case state(login: String)
  /// A table, index or trigger that this program does not make so.
  case schema(name: String)
  /// What the engine says of its own structures.
  case structure(String)
}

extension AccessFile {
  /// What does not hold of the file; empty when all does. Passwords, factors, sessions
  /// and tokens are not in the audit: of these only the file's structure is proved.
  package func proof() throws -> [AccessFault] {
    let structural = try StorageError.translating {
      try database.read { connection in
        try connection.structuralProblems().map { AccessFault.structure($0) }
          + Self.differences(try connection.schema())
      }
    }
    // What is damaged is not read further.
    if structural.contains(where: { if case .structure = $0 { true } else { false } }) {
      return structural
    }
    let lines = try auditFaults().map { AccessFault.line($0) }
    return structural + lines + (lines.isEmpty ? try read(Self.told) : [])
  }

  /// What differs from the file that this program makes.
  private static func differences(_ found: [SchemaObject: String]) throws -> [AccessFault] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "taizhang-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = try Engines.accounts(at: folder.appending(path: "made.access.sqlite").path)
    let made = try database.read { try $0.schema() }
    try database.close()
    return Set(found.keys).union(made.keys).filter { found[$0] != made[$0] }.map(\.name).sorted()
      .map { .schema(name: $0) }
  }

  /// Accounts that are otherwise than the lines about them, one after the other, make them.
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
