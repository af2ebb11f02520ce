package import Ledger

/// What the ledger's catalogue defines for signing in: settings `password` and `second_factor`, the roles, and
/// words that are publicly known.
package struct AccessRules: Sendable {
  package let policy: PasswordPolicy
  package let factor: FactorRule
  /// The codes of the roles that cover no projects.
  package let administrators: Set<String>
  private let catalogue: Catalogue
  /// The roles by code.
  let roles: [String: Role]

  /// Who needs a second factor.
  package enum FactorRule: String, CaseIterable, Sendable {
    case administrators
    case everyone
    case nobody
  }

  package init(_ catalogue: Catalogue) {
    policy =
      catalogue.settingOrShipped("password")?["policy"]?.text
      .flatMap { PasswordPolicy(rawValue: $0) } ?? .dengbao
    factor =
      catalogue.settingOrShipped("second_factor")?["of"]?.text
      .flatMap { FactorRule(rawValue: $0) } ?? .administrators
    roles = Dictionary(catalogue.roles.map { ($0.code, $0) }) { first, _ in first }
    administrators = Set(roles.values.filter { $0.reach == .nothing }.map(\.code))
    self.catalogue = catalogue
  }

  /// Words not allowed as the main part of a password: the names of the city and the program, and those of units, as
  /// written and as pinyin.
  var words: [String] {
    let own = ["柳州", "liuzhou", "lzs", "guangxi", "广西", "台账", "taizhang", "xiangmu", "fagaiwei"]
    let units = catalogue.items(of: .unit).flatMap { [$0.name] + $0.aliases.map(\.text) }
    let sounds = units.flatMap { Pinyin.shared.searchForms(of: $0) }.filter { $0.count >= 4 }
    return Array(Set(own + units + sounds))
  }

  /// Whether an account needs a second factor.
  func requiresFactor(of account: Account, _ grants: [Grant]) -> Bool {
    switch factor {
    case .everyone: account.kind == .person
    case .nobody: false
    case .administrators: grants.contains { administrators.contains($0.role) }
    }
  }
}
