import Engine
import Ledger

/// The parts of packages that an undo removes or renames: the same entry updates their references, so that no part
/// refers to a missing package.
struct LooseParts {
  private(set) var loosened: [UndoPlan.Loosened] = []
  /// The changes of the undo, including those of the parts.
  private(set) var changes: [DraftChange]

  init(after changes: [DraftChange], _ session: Session) throws {
    self.changes = changes
    // Which projects are parts of a package?
    let parts = try session.rows(
      """
      SELECT id, name, package
      FROM project
      WHERE package IS NOT NULL
      ORDER BY id
      """
    ) { (id: $0.int64(0), name: $0.text(1), package: $0.text(2)) }
    if parts.isEmpty { return }
    let packages = Set(parts.map(\.package))
    let altered = Dictionary(
      changes.enumerated().compactMap { place, change in change.project.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first })
    /// The new name and the former bearers of each package name that the undo alters.
    var names: [String: (becomes: String?, bearers: Set<ProjectID>)] = [:]
    var given: Set<String> = []
    for change in changes {
      guard let project = change.project,
        let field = change.fields.first(where: { $0.key == FieldKey(.name) })
      else { continue }
      if case .text(let name)? = field.after { given.insert(name) }
      guard case .text(let name)? = field.before, packages.contains(name) else { continue }
      let becomes: String? = if case .text(let name)? = field.after { name } else { nil }
      let bearers = names[name]?.bearers ?? []
      names[name] = (names[name]?.becomes ?? becomes, bearers.union([project]))
    }
    for (name, fate) in names where !given.contains(name) {
      // Which projects have the name before the undo?
      let bearers = try session.rows(
        """
        SELECT id
        FROM project
        WHERE name = ?
        ORDER BY id
        """, .text(name)
      ) { $0.int64(0) }
      if !fate.bearers.isSuperset(of: bearers) { names[name] = nil }
    }
    for part in parts {
      guard let fate = names[part.package], !given.contains(part.package) else { continue }
      loosen(part.id, part.name, part.package, fate.becomes, altered[part.id])
    }
  }

  private mutating func loosen(
    _ part: ProjectID, _ name: String, _ package: String, _ becomes: String?, _ place: Int?
  ) {
    let field = FieldChange(
      key: FieldKey(.package), before: .text(package), after: becomes.map { .text($0) })
    if let place {
      let change = changes[place]
      // The part is removed as well, or the undo sets its package itself.
      if change.kind != .update || change.fields.contains(where: { $0.key == field.key }) { return }
      changes[place] = DraftChange(
        project: part, kind: .update, fields: change.fields + [field],
        inheritance: change.inheritance)
    } else {
      changes.append(DraftChange(project: part, kind: .update, fields: [field]))
    }
    loosened.append(
      UndoPlan.Loosened(project: part, name: name, package: package, becomes: becomes))
  }
}
