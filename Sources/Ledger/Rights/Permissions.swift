/// The permissions of a person, by the roles of a catalogue: the projects that each right covers.
package struct Permissions: Hashable, Sendable {
  /// Nil if everything is allowed.
  private let reaches: [Right: Reach]?

  package init(_ person: Person, _ catalogue: Catalogue) {
    guard let grants = person.grants else {
      reaches = nil
      return
    }
    var reaches: [Right: Reach] = [:]
    let roles = Dictionary(
      grants.isEmpty ? [] : catalogue.roles.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    for grant in grants {
      guard let role = roles[grant.role] else { continue }
      for right in role.rights {
        // A chain can only be viewed; its projects are changed by their units.
        if case .chains = grant.scope, right != .see { continue }
        reaches[right, default: Reach()].add(grant.scope)
      }
      if role.seesLedChains, role.rights.contains(.see), case .units(let units) = grant.scope {
        let led = catalogue.chains.filter { $0.leads.contains(where: units.contains) }
        reaches[.see, default: Reach()].add(.chains(Set(led.map(\.code))))
      }
    }
    self.reaches = reaches
  }

  /// The projects that a right covers; none without it.
  package func reach(of right: Right) -> Reach {
    guard let reaches else { return .everything }
    var reach = Reach()
    for holder in right.holders { reach.formUnion(reaches[holder] ?? .nothing) }
    return reach
  }

  /// Whether the person has a right, over any scope.
  package func have(_ right: Right) -> Bool {
    reaches.map { reaches in right.holders.contains { reaches[$0] != nil } } ?? true
  }

  /// Whether the person has a right for a project.
  package func allow(_ right: Right, on project: Record) -> Bool {
    reach(of: right).holds(project)
  }

  /// Whether the person can see all projects.
  package var seeEverything: Bool { reach(of: .see).isEverything }
}
