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
      project.rate.map { LightRule.difference(rate: $0, month: month) }
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
    let works = PlannedWorks(stage: project.stage, stages) { field in
      if case .date(let date) = project.record[field] { date } else { nil }
    }
    return works.overdue(by: PlannedWorks.eve(ofMonth: month, year: year)).map { field, planned in
      let word = field == .startPlanned ? "开工" : "竣工"
      return "计划 \(planned.text) \(word)，尚未\(word)"
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
