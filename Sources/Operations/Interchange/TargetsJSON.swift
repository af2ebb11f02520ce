import Foundation
package import Ledger
package import Reports

/// The year's targets as JSON.
package enum TargetsJSON {
  /// One object: the progress of each target and its rule.
  package static func json(_ targets: [TargetProgress], _ edition: BookEdition) -> JSON {
    let catalogue = edition.catalogue
    return .object([
      ("year", .count(edition.year)), ("month", edition.month.map { .count($0) } ?? .null),
      ("targets", .array(targets.map { json($0, catalogue) })),
      ("revision", .integer(edition.revision)),
    ])
  }

  private static func json(_ progress: TargetProgress, _ catalogue: Catalogue) -> JSON {
    let target = progress.target
    return .object([
      ("code", .string(target.code)), ("name", .string(target.name)),
      ("group", .string(target.group)),
      ("chain", .optional(target.chain.map { catalogue.name(of: .chain, $0) })),
      ("lead_units", .strings(target.leads.map { catalogue.name(of: .unit, $0) })),
      ("goal", .optional(target.isHandedDown && !target.value.isEmpty ? target.value : nil)),
      ("goal_words", .optional(target.isHandedDown ? target.phrase : nil)),
      ("unit", .string(target.unit)), ("comparator", .string(target.comparator)),
      ("deadline", .optional(target.deadline?.text)),
      ("value", .optional(progress.value.flatMap { decimal($0, places: 4) })),
      ("share", progress.share.flatMap { decimal($0, places: 4) }.map { .decimal($0) } ?? .null),
      ("standing", .optional(progress.standing?.rawValue)), ("source", .string(progress.source)),
      ("rule", .string(progress.rule)), ("projects", .count(progress.projects.count)),
    ])
  }

  /// A decimal without trailing zeros; nil if not finite or too large.
  private static func decimal(_ number: Double, places: Int) -> String? {
    guard number.isFinite, abs(number) < 1e15 else { return nil }
    var text = Substring(String(format: "%.\(places)f", number))
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text == "-0" ? "0" : String(text)
  }
}

extension TaskItem {
  /// A task as a JSON object; `day` is the day to measure overdue days on.
  package func json(on day: PartialDate, _ catalogue: Catalogue) -> JSON {
    let late = deadline.map { day.lastDayNumber - $0.lastDayNumber } ?? 0
    return .object([
      ("code", .string(code)), ("summary", .string(summary)),
      ("lead_units", .strings(leads.map { catalogue.name(of: .unit, $0) })),
      ("mode", .string(mode)), ("deadline", .optional(deadline?.text)),
      ("draft", .bool(isDraft)), ("step", .optional(state?.step.rawValue)),
      ("day", .optional(state?.day?.text)), ("note", .optional(state?.note)),
      ("document", .optional(state?.document)),
      ("days_overdue", late > 0 && state?.step != .closed ? .count(late) : .null),
    ])
  }
}
