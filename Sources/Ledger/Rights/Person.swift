/// Who acts or asks: what is written into entries, and what they may do.
package struct Person: Hashable, Sendable {
  /// Nil for whoever may read the file: the command line, and the website without accounts.
  package let login: String?
  /// Shown, and written into entries.
  package let name: String
  /// The code of the unit that they speak for; nil for the bureau that keeps the ledger.
  package let unit: String?
  /// Nil where everything is allowed.
  package let grants: [Grant]?

  package init(login: String?, name: String, unit: String?, grants: [Grant]?) {
    self.login = login
    self.name = name
    self.unit = unit
    self.grants = grants
  }

  /// Whoever may read the file.
  package init(name: String) { self.init(login: nil, name: name, unit: nil, grants: nil) }

  /// Who an entry says did it: of an account name, unit and login as they are at the time
  /// (`韦某（市工信局，wei）`), else the name alone.
  package func actor(in catalogue: Catalogue) -> String {
    let unit = unit.map { catalogue.name(of: .unit, $0) }
    let rest = [unit, login].compactMap { $0 }
    return rest.isEmpty ? name : "\(name)（\(rest.joined(separator: "，"))）"
  }

  /// Whether an entry's actor is somebody with an account, as `actor` writes them.
  package static func isAccount(actor: String) -> Bool {
    actor.wholeMatch(of: /.*（([^（）]*，)?[a-z0-9][a-z0-9._-]{1,31}）/) != nil
  }

  /// Whether an entry's actor is this account, whatever it was called and wherever it was then.
  package func isActor(_ actor: String) -> Bool {
    guard let login else { return actor == name }
    return actor.hasSuffix("（\(login)）") || actor.hasSuffix("，\(login)）")
  }
}
