import Ledger
import Reports

extension LedgerOperations {
  /// The due reports as a JSON object: the rule, the counts, and a page of projects.
  package func dueJSON(_ options: QuestionOptions, _ part: ListPart) throws -> JSON {
    let due = try due(options)
    let (shown, next) = part.of(try dueProjects(due, of: .all)) { $0 }
    return due.json(try dueItems(shown, of: due), next: next)
  }
}

extension MonthlyDue {
  fileprivate func json(_ shown: [Item], next: Int64?) -> JSON {
    let catalogue = edition.catalogue
    return .object([
      ("year", .count(edition.year)), ("month", edition.month.map { .count($0) } ?? .null),
      (
        "rule",
        .object([
          ("stages", .strings(rule.stages.map { catalogue.name(of: .stage, $0) })),
          ("needs_plan", .bool(rule.needsPlan)), ("day", .count(rule.day)),
        ])
      ),
      ("due", .count(all.asked)), ("reported", .count(all.reported)),
      ("projects", .array(shown.map { Self.json($0, catalogue) })),
      ("revision", .integer(edition.revision)), ("next", .optional(next.map { String($0) })),
    ])
  }

  private static func json(_ item: Item, _ catalogue: Catalogue) -> JSON {
    let figures = item.figures
    return .object([
      ("id", .integer(figures.id)), ("name", .string(figures.name)),
      ("stage", .optional(figures.stage.map { catalogue.name(of: .stage, $0) })),
      ("lead_units", .strings(item.units.map { catalogue.name(of: .unit, $0) })),
      ("plan", .optional(figures.plan?.wanYuan)), ("done", .optional(figures.done?.wanYuan)),
      ("done_before_month", .optional(item.doneBefore?.wanYuan)),
      ("through_month", figures.reach.map { .count($0) } ?? .null),
      ("reported", .bool(item.isReported)), ("missing", .strings(item.missing.map(\.id))),
    ])
  }
}
