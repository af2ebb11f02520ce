package import Ledger
import Wording

/// How a project's year stands against the time gone by, with the reasons.
package struct ProjectLight: Hashable, Sendable {
  package let light: LightRule.Light
  package let isOverdue: Bool
  /// What beside the figures makes it so, in words: milestones gone by, open problems.
  package let reasons: [String]

  /// Nil when there is nothing to measure (the month, the plan of the year or what is done is unknown),
  /// unless a milestone has gone by or a problem is open. `day` is what milestones are judged on.
  package init?(
    _ project: ProjectFigures, rule: LightRule, stages: StageOrder, year: Int, month: Int?,
    day: PartialDate?, catalogue: Catalogue
  ) {
    let late =
      (month.map { Self.plansGoneBy(project, stages: stages, year: year, month: $0) } ?? [])
      + project.record.warnings(of: .milestones, on: day, catalogue)
    let problems = project.record.warnings(of: .problemLog, on: day, catalogue)
    isOverdue = !late.isEmpty
    reasons = late + problems
    let difference = month.flatMap { month in
      project.rate.map { ($0 - Double(month) / 12) * 100 }
    }
    guard
      let light = rule.light(
        difference: difference, isOverdue: isOverdue, hasOpenProblem: !problems.isEmpty)
    else { return nil }
    self.light = light
  }

  /// A planned start or finish that lies before the month and has not happened.
  private static func plansGoneBy(
    _ project: ProjectFigures, stages: StageOrder, year: Int, month: Int
  ) -> [String] {
    let today = year * 10_000 + month * 100 + 31
    let order = stages.order(of: project.stage)
    let isStarted = order >= stages.start || project.record[.startActual] != nil
    let isFinished = order >= stages.produce || project.record[.finishActual] != nil
    let plans: [(Field, String, isDone: Bool)] = [
      (.startPlanned, "开工", isStarted), (.finishPlanned, "竣工", isFinished),
    ]
    return plans.compactMap { field, word, isDone in
      guard !isDone, case .date(let date) = project.record[field], date.lastDay < today - 31
      else { return nil }
      return "计划 \(date.text) \(word)，尚未\(word)"
    }
  }
}

extension Record {
  fileprivate func warnings(
    of field: Field, on day: PartialDate?, _ catalogue: Catalogue
  ) -> [String] {
    guard let day else { return [] }
    return matters(field).compactMap { $0.warning(of: field, on: day, catalogue) }
  }
}

/// The order of stages, and where works begin and production does.
package struct StageOrder: Hashable, Sendable {
  private let orders: [String: Int]
  /// The order of the stage that `start_actual` dates.
  package let start: Int
  /// The order of the stage that `production_date` dates.
  package let produce: Int

  package init(_ catalogue: Catalogue) {
    let stages = catalogue.stages
    orders = Dictionary(stages.map { ($0.code, $0.order) }) { first, _ in first }
    start = stages.first { $0.dateField == .startActual }?.order ?? .max
    produce = stages.first { $0.dateField == .productionDate }?.order ?? .max
  }

  /// From 1; 0 for a project without a stage.
  package func order(of stage: String?) -> Int { stage.flatMap { orders[$0] } ?? 0 }
}
