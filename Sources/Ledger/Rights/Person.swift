/// The person who acts or asks: their name in entries, and their permissions.
package struct Person: Hashable, Sendable {
  /// Nil for anyone with direct file access: the command line, and the website without accounts.
  package let login: String?
  /// The name shown and written into entries.
  package let name: String
  /// The code of the unit they represent; nil for the bureau that keeps the ledger.
  package let unit: String?
  /// Nil if everything is allowed.
  package let grants: [Grant]?

  package init(login: String?, name: String, unit: String?, grants: [Grant]?) {
    self.login = login
    self.name = name
    self.unit = unit
    self.grants = grants
  }

  /// A person with direct file access.
  package init(name: String) { self.init(login: nil, name: name, unit: nil, grants: nil) }

  /// The actor of an entry: for an account name, current unit and login (`韦某（市工信局，wei）`), else the
  /// name alone.
  package func actor(in catalogue: Catalogue) -> String {
    let unit = unit.map { catalogue.name(of: .unit, $0) }
    let rest = [unit, login].compactMap { $0 }
    return rest.isEmpty ? name : "\(name)（\(rest.joined(separator: "，"))）"
  }

  /// Whether an entry's actor has an account, by the form of `actor`.
  package static func isAccount(actor: String) -> Bool {
    actor.wholeMatch(of: /.*（([^（）]*，)?[a-z0-9][a-z0-9._-]{1,31}）/) != nil
  }

  /// Whether an entry's actor is this account, whatever its name and unit were then.
  package func isActor(_ actor: String) -> Bool {
    guard let login else { return actor == name }
    return actor.hasSuffix("（\(login)）") || actor.hasSuffix("，\(login)）")
  }
}
