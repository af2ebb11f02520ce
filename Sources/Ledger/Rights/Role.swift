import LedgerData

/// A set of rights, assigned to accounts over a scope (角色).
package struct Role: Hashable, Sendable {
  package let code: String
  package let name: String
  package let rights: Set<Right>
  package let reach: Kind
  /// Whether its units also see the chains they lead.
  package let seesLedChains: Bool

  /// The kind of scope over which the role is assigned.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case everything
    case units
    case areas
    /// No project: an administrator's role.
    case nothing
  }

  init(_ item: CatalogueItem) {
    code = item.code
    name = item.name
    let words = (item.attributes["rights"]?.text ?? "").split { "、，, ".contains($0) }
    rights = Set(words.compactMap { Right(rawValue: String($0)) })
    reach = item.attributes["scope"]?.text.flatMap { Kind(rawValue: $0) } ?? .nothing
    seesLedChains = item.attributes["led_chains"]?.text == "see"
  }
}

extension Catalogue {
  /// The roles in order; those missing in the ledger are as shipped.
  package var roles: [Role] { (items(of: .role) + unsaidRoles).map { Role($0) } }

  /// The role with a code.
  package func role(_ code: String) -> Role? { roles.first { $0.code == code } }

  /// The names of the roles that include a right.
  package func roles(with right: Right) -> [String] {
    roles.filter { !$0.rights.isDisjoint(with: right.holders) }.map(\.name)
  }

  /// The catalogue with the shipped roles that the ledger lacks: one of an earlier version has none.
  package func withRoles() -> Catalogue { adding(unsaidRoles) }

  private var unsaidRoles: [CatalogueItem] {
    Self.shippedRoles.filter { item(.role, $0.code) == nil }
  }

  private static let shippedRoles =
    (try? CatalogueFile.items(in: LedgerData.roles)) ?? []
}
