package import Access
package import Ledger

/// An account with its unit and grants in the catalogue's words.
package struct AccountSummary: Sendable {
  package let account: Account
  package let unit: String?
  package let grants: [(id: Int64, words: String)]
  package let isUnused: Bool

  package init(_ account: Account, _ file: AccessFile, _ catalogue: Catalogue) throws {
    self.account = account
    unit = account.unit.map { catalogue.name(of: .unit, $0) }
    grants = try file.heldGrants(of: account.login).map { held in
      (held.id, Self.words(held.grant, catalogue))
    }
    isUnused = account.isUnused(at: file.now())
  }

  /// A grant in words: the role, then the scope in parentheses.
  package static func words(_ grant: Grant, _ catalogue: Catalogue) -> String {
    let role = catalogue.role(grant.role)?.name ?? grant.role
    let names = grant.scope.codes.sorted().map { code in
      switch grant.scope {
      case .everything: code
      case .units: catalogue.name(of: .unit, code)
      case .areas:
        (catalogue.item(.zone, code) ?? catalogue.item(.district, code))?.name ?? code
      case .chains: catalogue.name(of: .chain, code)
      }
    }
    return names.isEmpty ? role : "\(role)（\(names.joined(separator: "、"))）"
  }
}

/// Accounts as JSON.
package enum AccountJSON {
  package static func json(_ accounts: [AccountSummary]) -> JSON {
    .object([("accounts", .array(accounts.map(json)))])
  }

  private static func json(_ summary: AccountSummary) -> JSON {
    let account = summary.account
    return .object([
      ("login", .string(account.login)), ("name", .string(account.name)),
      ("unit", .optional(summary.unit)), ("kind", .string(account.kind.rawValue)),
      ("active", .bool(account.isActive)), ("second_factor", .bool(account.hasFactor)),
      (
        "grants",
        .array(
          summary.grants.map {
            .object([("id", .integer($0.id)), ("grant", .string($0.words))])
          })
      ),
      ("made", .string(Timestamp.text(account.made))),
      ("seen", .optional(account.seen.map(Timestamp.text))),
      ("unused", .bool(summary.isUnused)),
    ])
  }
}

/// Tokens as JSON.
package enum TokenJSON {
  package static func json(_ tokens: [Token]) -> JSON {
    .object([
      (
        "tokens",
        .array(
          tokens.map { token in
            .object([
              ("id", .integer(token.id)), ("login", .string(token.login)),
              ("purpose", .string(token.purpose)), ("made", .string(Timestamp.text(token.made))),
              ("until", .string(Timestamp.text(token.until))),
              ("seen", .optional(token.seen.map(Timestamp.text))),
            ])
          })
      )
    ])
  }
}
