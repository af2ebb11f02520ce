package import Foundation
import Ledger

extension AccessFile {
  /// How long a one-time code is valid.
  package static let codeLife: TimeInterval = 30 * 60

  package func accounts() throws -> [Account] { try read(AccountTable.all) }

  /// Whether there are accounts, so that signing in is required.
  package func hasAccounts() throws -> Bool { try !accounts().isEmpty }

  package func account(_ login: String) throws -> Account {
    try read { try AccountTable.known(login, $0) }
  }

  /// Creates an account without rights. Returns the code with which a person signs in for the first time; nil for a
  /// machine, which uses tokens.
  package func addAccount(
    _ login: String, name: String, unit: String?, kind: Account.Kind, by actor: AuditActor
  ) throws -> String? {
    guard Account.isLogin(login) else { throw AccessError.malformedLogin(login) }
    let name = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !name.isEmpty else { throw AccessError.nameMissing }
    guard Account.isName(name) else { throw AccessError.malformedName(name) }
    let code = kind == .person ? try newCode() : nil
    try write(AuditLine(.account, by: actor, on: login, result: "added")) { rows in
      guard try AccountTable.account(login, rows) == nil else {
        throw AccessError.accountExists(login)
      }
      let id = try AccountTable.add(
        login, name: name, unit: unit, kind: kind, at: now(), rows)
      if let code { try set(code, id, rows) }
    }
    return code?.code
  }

  /// Disables an account and ends its sessions; its tokens are refused while it is disabled.
  ///
  /// Throws `disablesSelf`, and `lastAdministrator` if nobody else would hold an administrator role of the rules;
  /// without rules this is not checked, because the operator of the server can create another.
  package func disable(
    _ login: String, rules: AccessRules? = nil, by actor: AuditActor
  ) throws {
    if login == actor.login { throw AccessError.disablesSelf(login: login) }
    try write(AuditLine(.disable, by: actor, on: login, result: "disabled")) { rows in
      let account = try AccountTable.known(login, rows)
      try Self.requireOthers(
        GrantTable.grants(account.id, rows).map(\.grant.role), besides: account, rules, rows)
      try AccountTable.set(account.id, isActive: false, rows)
      try SessionTable.end(ofAccount: account.id, rows)
    }
  }

  /// Throws `lastAdministrator` if the account is the last active one that holds one of the given administrator roles.
  static func requireOthers(
    _ roles: [String], besides account: Account, _ rules: AccessRules?, _ rows: Rows
  ) throws {
    guard let rules, account.isActive, account.kind == .person else { return }
    let others = try AccountTable.all(rows).filter {
      $0.id != account.id && $0.isActive && $0.kind == .person
    }
    let held = Set(try others.flatMap { try GrantTable.grants($0.id, rows).map(\.grant.role) })
    if let role = roles.first(where: { rules.administrators.contains($0) && !held.contains($0) }) {
      throw AccessError.lastAdministrator(role: rules.roles[role]?.name ?? role)
    }
  }

  /// Enables an account again, with its old password.
  package func enable(_ login: String, by actor: AuditActor) throws {
    try write(AuditLine(.disable, by: actor, on: login, result: "enabled")) { rows in
      try AccountTable.set(try AccountTable.known(login, rows).id, isActive: true, rows)
    }
  }

  /// Replaces the password by a one-time code, and ends all sessions. Only the owner knows the password that is set
  /// with it.
  package func reset(_ login: String, by actor: AuditActor) throws -> String {
    let code = try newCode()
    try write(AuditLine(.password, by: actor, on: login, result: "reset")) { rows in
      let account = try AccountTable.known(login, rows)
      guard account.kind == .person else { throw AccessError.wrongKind(login: login) }
      try set(code, account.id, rows)
      try SessionTable.end(ofAccount: account.id, rows)
    }
    return code.code
  }

  /// A code and its hash, computed before a transaction makes others wait.
  func newCode() throws -> (code: String, hash: String) {
    let code = OneTimeCode.make()
    return (code, try hasher.hash(OneTimeCode.normal(code)))
  }

  func set(_ code: (code: String, hash: String), _ account: Int64, _ rows: Rows) throws {
    try PasswordTable.add(
      code.hash, account, at: now(), until: now() + Self.codeLife, rows)
  }
}
