import Engine
import Ledger

/// Returns what a user can see of a project by its number; the result is cached for each project.
final class VisibilityReader {
  private let sight: Sight
  private let reach: (any Statement)?
  private let reachValues: [SQLValue]
  private let unmasked: (any Statement)?
  private let unmaskedValues: [SQLValue]
  private var known: [ProjectID: Set<Field>?] = [:]

  init(_ session: Session) throws {
    let sight = session.sight
    self.sight = sight
    // No query if everything is visible.
    let items = sight.isEverything ? nil : try ItemNumbers(session)
    let reach = items.flatMap { sight.reach.condition($0, session) }
    self.reach = try reach.map { try session.statement(Self.question($0)) }
    reachValues = reach?.values ?? []
    let unmasked = sight.masks ? items.flatMap { sight.unmasked.condition($0, session) } : nil
    self.unmasked = try unmasked.map { try session.statement(Self.question($0)) }
    unmaskedValues = unmasked?.values ?? []
  }

  /// Is this project one of those?
  private static func question(_ condition: SQLCondition) -> String {
    """
    SELECT 1
    FROM project AS p
    WHERE p.id = ? AND \(condition.sql)
    """
  }

  /// The masked fields of a project; nil if the project is hidden.
  func masked(of project: ProjectID) throws -> Set<Field>? {
    if sight.isEverything { return [] }
    if let known = known[project] { return known }
    let isShown = try reach.map { try Self.holds(project, $0, reachValues) } ?? true
    let isUnmasked = try unmasked.map { try Self.holds(project, $0, unmaskedValues) } ?? true
    let masked = isShown ? (isUnmasked ? [] : sight.masked) : nil
    known[project] = .some(masked)
    return masked
  }

  /// Whether a project is visible.
  func shows(_ project: ProjectID) throws -> Bool { try masked(of: project) != nil }

  /// The visible part of a change; nil if its project is hidden.
  func shown(_ change: Change) throws -> Change? {
    guard let masked = try masked(of: change.project) else { return nil }
    if masked.isEmpty { return change }
    return Change(
      project: change.project, kind: change.kind,
      fields: change.fields.map { masked.contains($0.key.field) ? $0.masked : $0 },
      stated: change.stated.filter { !masked.contains($0.key.field) }, row: change.row,
      inheritance: change.inheritance)
  }

  private static func holds(
    _ project: ProjectID, _ statement: any Statement, _ values: [SQLValue]
  ) throws -> Bool {
    try statement.bind([.integer(project)] + values)
    defer { statement.reset() }
    return try statement.step()
  }
}

extension FieldChange {
  /// The change with masked values.
  fileprivate var masked: FieldChange {
    FieldChange(key: key, before: before.flatMap(Mask.of), after: after.flatMap(Mask.of))
  }
}
