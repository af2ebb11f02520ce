import Intake
package import Ledger

/// A sender's statements about merged projects, name by name: it may continue to list them all.
///
/// The row of the surviving project has the first claim. A row of a merged one that repeats what its sender stated
/// under that name changes nothing; otherwise it is compared with what was stated under that name, and it never
/// renames the surviving project.
package struct MergedNames: Sendable {
  /// One project that a row may mean.
  package struct Party: Sendable {
    fileprivate let id: ProjectID
    /// Its names and codes.
    fileprivate let names: [NameKey]
    fileprivate let codes: [String]
    /// The sender's last statement about it; empty if there is none.
    fileprivate let said: Record

    package init(_ id: ProjectID, _ record: Record, said: Record) {
      self.id = id
      names = [record, said].compactMap { $0.text(.name).map { NameKey($0) } }
      codes = [record, said].compactMap { $0.text(.code) }
      self.said = said
    }
  }

  /// Which of the merged projects a row is about.
  enum Role: Hashable {
    /// The surviving project.
    case standing
    /// A merged project, about which its sender states nothing new.
    case repeated(ProjectID)
    /// A merged project, about which its sender states something new; `isOnly` means that the sender never reported the
    /// surviving project under another name.
    case gone(ProjectID, isOnly: Bool)
  }

  private struct Family: Sendable {
    let standing: Party
    var gone: [Party]
  }

  private var families: [ProjectID: Family] = [:]
  /// The surviving project of each merged one.
  private var standing: [ProjectID: ProjectID] = [:]

  package init() {}

  /// Adds a project that was merged into another.
  package mutating func add(_ gone: Party, into project: ProjectID, _ standing: Party) {
    families[project, default: Family(standing: standing, gone: [])].gone.append(gone)
    self.standing[gone.id] = project
  }

  var isEmpty: Bool { families.isEmpty }

  /// Whether others were merged into a project.
  func standsForOthers(_ project: ProjectID) -> Bool { families[project] != nil }

  /// Whether the sender's statements about a merged project are kept apart from those about the surviving one.
  func standsApart(_ gone: ProjectID) -> Bool { standing[gone] != nil }

  /// Whether the sender never reported the project into which this one was merged.
  func isOnly(_ gone: ProjectID) -> Bool {
    standing[gone].flatMap { families[$0] }?.standing.said.isEmpty ?? true
  }

  /// The role of a row that is about a project.
  func role(of row: ParsedRow, about project: ProjectID) -> Role {
    guard let (family, gone) = gone(row, project) else { return .standing }
    let isSaid = { (key: FieldKey, value: Value) in
      gone.said[key].map { $0.saysSame(as: value) } ?? false
        || family.standing.said[key].map { $0.saysSame(as: value) } ?? false
    }
    let isRepeated = !gone.said.isEmpty && row.values.allSatisfy { isSaid($0.key, $0.value) }
    return isRepeated ? .repeated(gone.id) : .gone(gone.id, isOnly: isOnly(gone.id))
  }

  /// What a row is compared with: under a merged project's name, what was stated under that name.
  func base(of row: ParsedRow, about project: ProjectID, _ said: Record) -> Record {
    guard let (_, gone) = gone(row, project) else { return said }
    var base = said
    for value in row.values where base[value.key].map({ !$0.saysSame(as: value.value) }) ?? true {
      if let earlier = gone.said[value.key] { base[value.key] = earlier }
    }
    base[FieldKey(.name)] = row[.name]
    return base
  }

  /// The merged project that a row is about; nil if it is about the surviving one.
  private func gone(_ row: ParsedRow, _ project: ProjectID) -> (Family, Party)? {
    guard let family = families[project] else { return nil }
    let name = row.text(.name).map { NameKey($0) }
    let code = row.text(.code)
    // How well a row fits: by its name, then by its code, then by its values.
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
