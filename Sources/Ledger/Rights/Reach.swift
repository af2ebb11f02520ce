/// The projects that a person has a right for: those in any of several scopes.
package struct Reach: Hashable, Sendable {
  package private(set) var isEverything = false
  package private(set) var units: Set<String> = []
  package private(set) var areas: Set<String> = []
  package private(set) var chains: Set<String> = []

  package static let nothing = Reach()
  package static let everything = Reach([.everything])

  package init(_ scopes: some Sequence<Scope> = []) {
    for scope in scopes { add(scope) }
  }

  /// Adds the projects of another reach.
  package mutating func formUnion(_ other: Reach) {
    if other.isEverything { return add(.everything) }
    add(.units(other.units))
    add(.areas(other.areas))
    add(.chains(other.chains))
  }

  /// Adds the projects of a scope.
  package mutating func add(_ scope: Scope) {
    switch scope {
    case .everything: self = Reach(isEverything: true)
    case .units(let codes): if !isEverything { units.formUnion(codes) }
    case .areas(let codes): if !isEverything { areas.formUnion(codes) }
    case .chains(let codes): if !isEverything { chains.formUnion(codes) }
    }
  }

  private init(isEverything: Bool) { self.isEverything = isEverything }

  /// Whether it contains no project.
  package var isNothing: Bool { self == .nothing }

  /// Whether it contains a project.
  package func holds(_ project: Record) -> Bool {
    if isEverything { return true }
    if let area = project.reference(.zone) ?? project.reference(.district), areas.contains(area) {
      return true
    }
    if let chain = project.reference(.chain), chains.contains(chain) { return true }
    if units.isEmpty { return false }
    return [Field.leadUnits, .responsibleUnits].contains { field in
      project.references(field).contains(where: units.contains)
    }
  }
}
