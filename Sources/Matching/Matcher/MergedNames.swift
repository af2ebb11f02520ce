import Intake
package import Ledger

/// What a sender said of projects that others were merged into, name by name: it may go on to list them all.
///
/// The row of the project that stays has the first claim. A row of one that went says again what its sender
/// said under that name, and changes nothing; where it says something else, it is measured by what was
/// said under that name, and never renames the project that stays.
package struct MergedNames: Sendable {
  /// One project as a row may mean it.
  package struct Party: Sendable {
    fileprivate let id: ProjectID
    /// The names and codes that it goes by.
    fileprivate let names: [NameKey]
    fileprivate let codes: [String]
    /// What the sender said last of it; empty when it never did.
    fileprivate let said: Record

    package init(_ id: ProjectID, _ record: Record, said: Record) {
      self.id = id
      names = [record, said].compactMap { $0.text(.name).map { NameKey($0) } }
      codes = [record, said].compactMap { $0.text(.code) }
      self.said = said
    }
  }

  /// As which of the merged projects a row speaks.
  enum Role: Hashable {
    /// As the one that stays.
    case standing
    /// As one that went, of which its sender says nothing new.
    case repeated(ProjectID)
    /// As one that went, of which its sender says something new; `isOnly` tells that it never spoke of
    /// the one that stays under another name.
    case gone(ProjectID, isOnly: Bool)
  }

  private struct Family: Sendable {
    let standing: Party
    var gone: [Party]
  }

  private var families: [ProjectID: Family] = [:]
  /// Into which project each went.
  private var standing: [ProjectID: ProjectID] = [:]

  package init() {}

  /// Adds a project that went into another.
  package mutating func add(_ gone: Party, into project: ProjectID, _ standing: Party) {
    families[project, default: Family(standing: standing, gone: [])].gone.append(gone)
    self.standing[gone.id] = project
  }

  var isEmpty: Bool { families.isEmpty }

  /// Whether others went into a project.
  func standsForOthers(_ project: ProjectID) -> Bool { families[project] != nil }

  /// Whether what the sender says of a project that went stands apart from what it says of the other.
  func standsApart(_ gone: ProjectID) -> Bool { standing[gone] != nil }

  /// Whether the sender never spoke of the project that one went into.
  func isOnly(_ gone: ProjectID) -> Bool {
    standing[gone].flatMap { families[$0] }?.standing.said.isEmpty ?? true
  }

  /// As what a row speaks that is about a project.
  func role(of row: ParsedRow, about project: ProjectID) -> Role {
    guard let (family, gone) = gone(row, project) else { return .standing }
    let isSaid = { (key: FieldKey, value: Value) in
      gone.said[key].map { $0.saysSame(as: value) } ?? false
        || family.standing.said[key].map { $0.saysSame(as: value) } ?? false
    }
    let isRepeated = !gone.said.isEmpty && row.values.allSatisfy { isSaid($0.key, $0.value) }
    return isRepeated ? .repeated(gone.id) : .gone(gone.id, isOnly: isOnly(gone.id))
  }

  /// What a row is compared with: under the name of one that went it is what was said under that name.
  func base(of row: ParsedRow, about project: ProjectID, _ said: Record) -> Record {
    guard let (_, gone) = gone(row, project) else { return said }
    var base = said
    for value in row.values where base[value.key].map({ !$0.saysSame(as: value.value) }) ?? true {
      if let earlier = gone.said[value.key] { base[value.key] = earlier }
    }
    base[FieldKey(.name)] = row[.name]
    return base
  }

  /// The project that went as which a row speaks; nil where it speaks as the one that stays.
  private func gone(_ row: ParsedRow, _ project: ProjectID) -> (Family, Party)? {
    guard let family = families[project] else { return nil }
    let name = row.text(.name).map { NameKey($0) }
    let code = row.text(.code)
    /// How well a row fits: by its name, then by its code, then by what it says.
    func fit(_ party: Party) -> (Int, Int, Int) {
      (
        name.map(party.names.contains) == true ? 1 : 0,
        code.map(party.codes.contains) == true ? 1 : 0,
        row.values.count { value in
          party.said[value.key].map { $0.saysSame(as: value.value) } ?? false
        }
      )
    }
    let own = fit(family.standing)
    let best = family.gone.map { (fit: fit($0), party: $0) }.max { $0.fit < $1.fit }
    guard let best, best.fit > own else { return nil }
    return (family, best.party)
  }
}
