import Intake
import Ledger
import Matching

/// A person's decisions about the conflicts of a list, resolved to projects and fields.
struct SettledConflicts: Sendable {
  private struct Place: Hashable {
    let project: ProjectID
    let key: FieldKey
  }

  private struct Line {
    let conflict: DecisionFile.Conflict
    let choice: Settlement.Choice
  }

  private var lines: [Place: Line] = [:]
  private var projects: Set<ProjectID> = []

  /// Resolves projects, fields and values; throws `DecisionFaults`.
  init(
    _ conflicts: [DecisionFile.Conflict], among known: KnownIndex, _ values: AssignmentReader
  ) throws {
    if conflicts.isEmpty { return }
    var faults: [DecisionFault] = []
    let projects = ProjectNames(known.all)
    for conflict in conflicts {
      guard let project = projects.project(conflict.project) else {
        faults.append(DecisionFault(line: conflict.line, .unknownProject(conflict.project)))
        continue
      }
      guard let key = values.key(of: conflict.field) else {
        faults.append(DecisionFault(line: conflict.line, .unknownField(conflict.field)))
        continue
      }
      guard let choice = Self.choice(conflict.resolution, key, values) else {
        faults.append(DecisionFault(line: conflict.line, .unreadableValue(conflict.resolution)))
        continue
      }
      lines[Place(project: project, key: key)] = Line(conflict: conflict, choice: choice)
    }
    if !faults.isEmpty { throw DecisionFaults(faults) }
    self.projects = Set(lines.keys.map(\.project))
  }

  /// Throws `DecisionFaults` with every unknown field and unreadable value, without reading the ledger.
  static func check(
    _ conflicts: [DecisionFile.Conflict], _ values: AssignmentReader
  ) throws {
    let faults = conflicts.compactMap { conflict -> DecisionFault? in
      guard let key = values.key(of: conflict.field) else {
        return DecisionFault(line: conflict.line, .unknownField(conflict.field))
      }
      if choice(conflict.resolution, key, values) != nil { return nil }
      return DecisionFault(line: conflict.line, .unreadableValue(conflict.resolution))
    }
    if !faults.isEmpty { throw DecisionFaults(faults) }
  }

  /// The decision about a value; nil if there is none.
  func choice(_ project: ProjectID, _ key: FieldKey) -> Settlement.Choice? {
    lines[Place(project: project, key: key)]?.choice
  }

  /// Whether there are decisions about a project.
  func concerns(_ project: ProjectID) -> Bool { projects.contains(project) }

  /// The settlements of a plan as items; throws `DecisionFaults` for decisions without a conflict, now or
  /// settled earlier.
  func items(
    of plan: ImportPlan, file: String, _ catalogue: Catalogue
  ) throws -> [CatalogueItem] {
    if lines.isEmpty { return [] }
    let next = catalogue.nextDecision
    var open = lines
    var items: [CatalogueItem] = []
    for row in plan.differing {
      guard let project = row.known?.id else { continue }
      for conflict in row.conflicts {
        guard let list = conflict.list,
          let line = open.removeValue(forKey: Place(project: project, key: conflict.key))
        else { continue }
        let settlement = Settlement(
          sender: plan.sender, project: project, key: conflict.key,
          base: conflict.base, list: list,
          standing: conflict.isDifference
            ? line.choice.written(of: list) ?? conflict.ledger : nil,
          choice: line.choice, file: file)
        let code = Settlement.code(sender: plan.sender, project: project, key: conflict.key)
        let number = catalogue.item(.decision, code)?.position
        items.append(settlement.item(position: number ?? next + items.count))
      }
    }
    let faults = open.filter { place, _ in
      catalogue.settlement(sender: plan.sender, project: place.project, key: place.key) == nil
    }.map { _, line in
      DecisionFault(
        line: line.conflict.line,
        .noConflict(project: line.conflict.project, field: line.conflict.field))
    }
    if !faults.isEmpty { throw DecisionFaults(faults) }
    return items.filter { catalogue.item($0.kind, $0.code) != $0 }
  }

  private static func choice(
    _ text: String, _ key: FieldKey, _ values: AssignmentReader
  ) -> Settlement.Choice? {
    switch text {
    case "list", "清单": .list
    case "hand", "手工", "台账": .hand
    default:
      values.read([Assignment(field: key.text, text: text)]).values.first { $0.key == key }
        .map { .other($0.value) }
    }
  }
}

/// Projects by number, code or name.
private struct ProjectNames {
  private var ids: Set<ProjectID> = []
  private var byText: [String: ProjectID?] = [:]

  init(_ known: [KnownProject]) {
    for project in known {
      ids.insert(project.id)
      for text in [project.code, project.name].compactMap({ $0 }) {
        // A name shared by several projects identifies none.
        byText[text] = byText[text] == nil ? .some(project.id) : .some(nil)
      }
    }
  }

  func project(_ text: String) -> ProjectID? {
    if let id = ProjectID(text), ids.contains(id) { return id }
    return byText[text].flatMap { $0 }
  }
}

extension Settlement.Choice {
  /// The value to write, given the list's value; nil to keep the ledger's.
  func written(of list: Value) -> Value? {
    switch self {
    case .list: list
    case .hand: nil
    case .other(let value): value
    }
  }
}
