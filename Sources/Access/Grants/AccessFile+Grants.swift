package import Ledger

extension AccessFile {
  /// The grants of an account, in the order in which they were given.
  package func heldGrants(of login: String) throws -> [HeldGrant] {
    try read { try GrantTable.grants(try AccountTable.known(login, $0).id, $0) }
  }

  func grants(of account: Int64) throws -> [Grant] {
    try read { try GrantTable.grants(account, $0) }.map(\.grant)
  }

  /// Grants a role over a scope. Nobody grants anything to themselves, and an administrator holds no second role.
  ///
  /// Throws `grantToSelf`, `mixedDuties`, `scopeOfAdministrator`, `grantExists`.
  package func grant(
    _ grant: Grant, to login: String, rules: AccessRules, by actor: AuditActor
  ) throws {
    if login == actor.login { throw AccessError.grantToSelf(login: login) }
    let isAdministrator = rules.administrators.contains(grant.role)
    if isAdministrator, grant.scope != .everything {
      throw AccessError.scopeOfAdministrator(role: grant.role)
    }
    try write(AuditLine(.grant, by: actor, on: login, result: "+ \(Self.words(grant))")) { rows in
      let account = try AccountTable.known(login, rows)
      let held = try GrantTable.grants(account.id, rows).map(\.grant)
      let roles = Set(held.map(\.role) + [grant.role])
      if roles.count > 1, !roles.isDisjoint(with: rules.administrators) {
        throw AccessError.mixedDuties(login: login)
      }
      try GrantTable.add(grant, account.id, rows)
    }
  }

  /// Revokes a grant; throws `lastAdministrator` like `disable`.
  package func revoke(
    _ id: Int64, of login: String, rules: AccessRules? = nil, by actor: AuditActor
  ) throws {
    if login == actor.login { throw AccessError.grantToSelf(login: login) }
    let held = try heldGrants(of: login).first { $0.id == id }
    guard let held else { throw AccessError.unknownGrant(id) }
    try write(AuditLine(.grant, by: actor, on: login, result: "- \(Self.words(held.grant))")) {
      rows in
      try Self.requireOthers(
        [held.grant.role], besides: AccountTable.known(login, rows), rules, rows)
      try GrantTable.remove(id, rows)
    }
  }

  /// The administrator roles that no active account of a person holds.
  package func missingAdministrators(_ rules: AccessRules) throws -> [Role] {
    let held = try read { rows in
      try AccountTable.all(rows).filter { $0.isActive && $0.kind == .person }
        .flatMap { try GrantTable.grants($0.id, rows).map(\.grant.role) }
    }
    return rules.administrators.subtracting(held).compactMap { rules.roles[$0] }
      .sorted { $0.code > $1.code }
  }

  /// The names of the active accounts that have a right.
  package func holders(of right: Right, _ rules: AccessRules) throws -> [String] {
    try read { rows in
      try AccountTable.all(rows).filter { account in
        try account.isActive
          && GrantTable.grants(account.id, rows).contains {
            !(rules.roles[$0.grant.role]?.rights.isDisjoint(with: right.holders) ?? true)
          }
      }.map(\.name)
    }
  }

  /// A grant as text for the audit.
  static func words(_ grant: Grant) -> String {
    [grant.role, grant.scope.kind, grant.scope.codes.sorted().joined(separator: ",")]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }
}
